import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { decodeFragment, fromFragment } from "./pointer.js";
import { isSchema, type JsonSchema } from "./schema.js";
import { visitSubschemas } from "./walk.js";

/** Where a document without an `$id` is taken to stand, so that relative references have something to be relative to. */
export const DOCUMENT_URI = "schema:///document";

/** A schema and the URI that its own `$id` is relative to, as references are where it has none. */
export interface SchemaResource {
  readonly schema: JsonSchema;
  readonly base: string;
}

/** A resource that a reference leads to, with a key that names its place whatever way led there. */
export interface ResolvedReference extends SchemaResource {
  readonly key: string;
}

/** All documents by URI, with everything that an `$id` inside them names. */
export interface SchemaResources {
  /** For example `resolve("#/definitions/Node", DOCUMENT_URI)`. Undefined where a reference leads nowhere. */
  resolve(reference: string, base: string): ResolvedReference | undefined;
}

/** Indexes documents by URI. For example `indexResources(new Map([[DOCUMENT_URI, { definitions }]]))`. */
export function indexResources(documents: ReadonlyMap<string, JsonSchema>): SchemaResources {
  const resources = new Map<string, SchemaResource>();
  for (const [uri, schema] of documents) resources.set(uri, { schema, base: uri });
  let identified = false;
  // Few references need what an `$id` names; only they pay for the search.
  const find = (uri: string): SchemaResource | undefined => {
    if (!identified && !resources.has(uri)) {
      identified = true;
      for (const [document, schema] of documents) indexIdentifiers(schema, document, resources);
    }
    return resources.get(uri);
  };
  return {
    resolve(reference, base) {
      const [path = "", fragment = ""] = splitFragment(reference);
      const uri = path === "" ? base : resolveUri(path, base);
      const key = `${uri}#${fragment}`;
      const isPointer = fragment === "" || decodeFragment(fragment).startsWith("/");
      const resource = isPointer ? find(uri) : find(key);
      const found = resource && isPointer ? walkPointer(resource, fromFragment(fragment)) : resource;
      return found && { ...found, key };
    },
  };
}

/** The base URI inside a schema: its own `$id` resolved against the base around it. A `$ref` makes it have no effect. */
export function innerBase(schema: JsonObject, base: string): string {
  const id = schema["$id"];
  if (typeof id !== "string" || typeof schema["$ref"] === "string" || id.startsWith("#")) return base;
  return resolveUri(splitFragment(id)[0] ?? "", base);
}

function indexIdentifiers(schema: JsonSchema, base: string, resources: Map<string, SchemaResource>): void {
  if (typeof schema === "boolean") return;
  const inner = innerBase(schema, base);
  const id = schema["$id"];
  if (typeof id === "string" && typeof schema["$ref"] !== "string") {
    const [, fragment = ""] = splitFragment(id);
    const uri = fragment === "" ? inner : `${inner}#${fragment}`;
    if (!resources.has(uri)) resources.set(uri, { schema, base });
  }
  visitSubschemas(schema, (child) => indexIdentifiers(child, inner, resources));
}

/** As `valueAt`, minding each `$id` that is passed. */
function walkPointer(resource: SchemaResource, tokens: readonly string[]): SchemaResource | undefined {
  let value: JsonValue | undefined = resource.schema;
  let base = resource.base;
  for (const key of tokens) {
    if (isJsonObject(value)) base = innerBase(value, base);
    if (isJsonArray(value)) value = value[Number(key)];
    else if (isJsonObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return isSchema(value) ? { schema: value, base } : undefined;
}

/** A reference without its fragment, and the fragment. For example `a.json#x` gives `["a.json", "x"]`. */
export function splitFragment(reference: string): readonly string[] {
  const at = reference.indexOf("#");
  return at < 0 ? [reference, ""] : [reference.slice(0, at), reference.slice(at + 1)];
}

/** A URI relative to another. */
export function resolveUri(uri: string, base: string): string {
  return URL.canParse(uri, base) ? new URL(uri, base).href : uri;
}
