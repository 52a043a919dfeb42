import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Registry } from "../../registry/registry.js";
import { isRecord, type JsonObject, type JsonValue } from "../../support/json.js";
import { compareCodeUnits } from "../../support/compare-code-units.js";
import { splitWords } from "../../support/split-words.js";
import { irDiagnostics } from "../diagnostics.js";
import { indexedPath, propertyPath } from "../schema-path.js";
import type { JsonSchema } from "../types.js";
import { keywordValue } from "./keyword-value.js";
import { JSON_TYPES, SCHEMA_ARRAY_KEYWORDS, SCHEMA_KEYWORDS, SCHEMA_MAP_KEYWORDS } from "./keywords.js";
import type { PlainSchemas } from "./plain-schemas.js";
import { processOnlyPart, typeBoxKind } from "./typebox.js";

/** Which definition a reference means inside a recursive schema: local name → definition. */
type Scope = ReadonlyMap<string, string>;

/** Where a schema stands: its path for diagnostics, and what its references may mean. */
interface Place {
  readonly path: string;
  readonly scope: Scope;
}

/** What `toPlainSchemas` needs besides the registry. */
interface PlainOptions {
  /** Kind without a JSON form → the schema that stands for it. */
  readonly kinds: Readonly<Record<string, JsonObject>>;
  readonly diagnostics: DiagnosticCollector;
}

/** `chat.event items` → `ChatEventItems`: the name of a definition that the author left nameless. */
function definitionName(text: string): string {
  return splitWords(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** Whether `id` is referred to somewhere inside a schema. */
function refersTo(value: unknown, id: string, seen: Set<object> = new Set()): boolean {
  if (typeof value !== "object" || value === null || seen.has(value)) return false;
  seen.add(value);
  if (Reflect.get(value, "$ref") === id) return true;
  return Object.values(value).some((item) => refersTo(item, id, seen));
}

/** What one run of the conversion knows and builds. */
interface Conversion extends PlainOptions {
  readonly registry: Registry;
  readonly definitions: Map<string, JsonSchema>;
  readonly sources: Map<object, string>;
  readonly ids: ReadonlyMap<string, string>;
  readonly bundles: ReadonlyMap<string, string>;
  /** Schema object → its plain form; `undefined` while it is being converted. */
  readonly done: Map<object, JsonSchema | undefined>;
  readonly names: Map<JsonObject, string>;
}

/** Names a definition that the registry does not have: after its own name, or after its place where that is taken. */
function freshName(run: Conversion, wanted: string, path: string): string {
  const taken = (name: string) => run.definitions.has(name) || run.registry.schemas.has(name);
  const candidates = [definitionName(wanted), definitionName(path), definitionName(`${path} ${wanted}`)];
  const free = candidates.find((name) => name !== "" && !taken(name));
  if (free !== undefined) return free;
  let count = 2;
  while (taken(`${candidates[2]}${count}`)) count += 1;
  return `${candidates[2]}${count}`;
}

function resolveRef(run: Conversion, ref: unknown, place: Place): JsonValue {
  if (typeof ref !== "string") {
    const parameters = { keyword: "$ref", expected: "a string", found: typeof ref };
    run.diagnostics.report(irDiagnostics.create("invalid-keyword", parameters, { path: place.path }));
    return "";
  }
  if (/^#\/(definitions|\$defs)\/[^/]+\/./.test(ref)) return ref.replace("#/$defs/", "#/definitions/");
  const local = /^#\/(?:definitions|\$defs)\/([^/]+)$/.exec(ref)?.[1];
  const key = local === undefined ? ref : decodePointerToken(local);
  const name = place.scope.get(key) ?? (run.registry.schemas.has(key) ? key : run.ids.get(key));
  if (name === undefined) {
    run.diagnostics.report(irDiagnostics.create("unresolved-ref", { ref }, { path: place.path }));
    return ref;
  }
  return referenceTo(name);
}

function decodePointerToken(token: string): string {
  return decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The `$ref` to a definition. A JSON pointer in a URI fragment: `~`, `/` and what a URI cannot hold are escaped. */
export function referenceTo(name: string): string {
  return `#/definitions/${encodeURI(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
}

function convertArray(run: Conversion, keyword: string, items: readonly unknown[], place: Place): JsonSchema[] {
  return items.map((item, index) => convert(run, item, { ...place, path: indexedPath(place.path, keyword, index) }));
}

function convertMap(run: Conversion, keyword: string, map: object, place: Place): JsonObject {
  const entries = Object.entries(map).map(([key, item]: [string, unknown]): [string, JsonValue] => {
    const path =
      keyword === "properties" ? propertyPath(place.path, key) : propertyPath(`${place.path}.${keyword}`, key);
    return [
      key,
      Array.isArray(item)
        ? keywordValue(keyword, item, { path, diagnostics: run.diagnostics })
        : convert(run, item, { ...place, path }),
    ];
  });
  return Object.fromEntries(entries);
}

function convertKeyword(run: Conversion, keyword: string, value: unknown, place: Place): JsonValue {
  if (keyword === "$ref") return resolveRef(run, value, place);
  if (keyword === "items" || SCHEMA_ARRAY_KEYWORDS.has(keyword)) {
    if (Array.isArray(value)) return convertArray(run, keyword, value, place);
    if (keyword === "items") return convert(run, value, { ...place, path: `${place.path}.items` });
  }
  if (SCHEMA_KEYWORDS.has(keyword)) return convert(run, value, { ...place, path: `${place.path}.${keyword}` });
  if (SCHEMA_MAP_KEYWORDS.has(keyword) && isRecord(value)) return convertMap(run, keyword, value, place);
  return keywordValue(keyword, value, { path: place.path, diagnostics: run.diagnostics });
}

function convertKeywords(run: Conversion, schema: object, place: Place): JsonObject {
  const entries: [string, JsonValue][] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "$id" || value === undefined) continue;
    if (keyword === "unevaluatedProperties" && typeof value === "object") {
      entries.push([keyword, convert(run, value, { ...place, path: `${place.path}.${keyword}` })]);
    } else entries.push([keyword, convertKeyword(run, keyword, value, place)]);
  }
  return Object.fromEntries(entries);
}

/** What tells one bundle's entry from another's: the names in it, and the one that it is entered by. */
function bundleKey(defs: object, entry: string): string {
  return JSON.stringify([entry, ...Object.keys(defs).toSorted(compareCodeUnits)]);
}

/** The registered bundles, so that `Import("A")` and `Import("B")` of one module refer to each other by name. */
function indexBundles(registry: Registry): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, schema] of registry.schemas) {
    const defs: unknown = Reflect.get(schema, "$defs");
    const entry: unknown = Reflect.get(schema, "$ref");
    if (isRecord(defs) && typeof entry === "string") names.set(bundleKey(defs, entry), name);
  }
  return names;
}

/** A schema that carries its own definitions (`Module.Import` of 0.34, `Cyclic` of 1.x): each becomes a definition. */
function convertBundle(
  run: Conversion,
  schema: object,
  bundle: { defs: object; entry: string },
  place: Place,
): JsonSchema {
  const owner = run.sources.get(schema);
  const scope = new Map(place.scope);
  const fresh: [name: string, body: object][] = [];
  for (const [key, body] of Object.entries(bundle.defs)) {
    if (!isRecord(body)) continue;
    const known =
      key === bundle.entry ? owner : (run.sources.get(body) ?? run.bundles.get(bundleKey(bundle.defs, key)));
    const name = known ?? freshName(run, key, place.path);
    scope.set(key, name);
    if (known !== undefined) continue;
    run.definitions.set(name, true);
    fresh.push([name, body]);
  }
  for (const [name, body] of fresh) run.definitions.set(name, convertKeywords(run, body, { path: name, scope }));
  const { $defs: _, $ref: __, ...annotations }: Record<string, unknown> = { ...schema };
  const entryBody: unknown = Reflect.get(bundle.defs, bundle.entry);
  if (owner === undefined)
    return { ...convertKeywords(run, annotations, place), $ref: referenceTo(scope.get(bundle.entry) ?? bundle.entry) };
  return convertKeywords(run, { ...(isRecord(entryBody) ? entryBody : {}), ...annotations }, { ...place, scope });
}

/** A nameless schema that refers to itself through `$id` (`Type.Recursive` of 0.34): it becomes a definition. */
function convertRecursive(run: Conversion, schema: object, id: string, place: Place): JsonSchema {
  const name = freshName(run, place.path, place.path);
  run.definitions.set(name, true);
  const body = convertKeywords(run, schema, { path: place.path, scope: new Map(place.scope).set(id, name) });
  run.definitions.set(name, body);
  return { $ref: referenceTo(name) };
}

function convertObject(run: Conversion, schema: object, place: Place): JsonSchema {
  const what = processOnlyPart(schema);
  if (what !== undefined) run.diagnostics.report(irDiagnostics.create("not-on-wire", { what }, { path: place.path }));
  const type: unknown = Reflect.get(schema, "type");
  const kind = typeBoxKind(schema) ?? (typeof type === "string" ? type : undefined);
  const replacement = kind === undefined ? undefined : run.kinds[kind];
  if (replacement !== undefined) return convertKeywords(run, replacement, place);
  if (typeof type === "string" && !JSON_TYPES.has(type)) {
    run.diagnostics.report(irDiagnostics.create("unsupported-kind", { kind: kind ?? type }, { path: place.path }));
    return true;
  }
  const defs: unknown = Reflect.get(schema, "$defs");
  const entry: unknown = Reflect.get(schema, "$ref");
  if (isRecord(defs) && typeof entry === "string" && entry in defs)
    return convertBundle(run, schema, { defs, entry }, place);
  const id: unknown = Reflect.get(schema, "$id");
  if (typeof id !== "string" || !refersTo(Object.values(schema), id)) return convertKeywords(run, schema, place);
  const owner = run.sources.get(schema) ?? run.ids.get(id);
  if (owner === undefined) return convertRecursive(run, schema, id, place);
  return convertKeywords(run, schema, { ...place, scope: new Map(place.scope).set(id, owner) });
}

function convert(run: Conversion, schema: unknown, place: Place): JsonSchema {
  if (typeof schema === "boolean") return schema;
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    const parameters = { keyword: "schema", expected: "an object or a boolean", found: String(schema) };
    run.diagnostics.report(irDiagnostics.create("invalid-keyword", parameters, { path: place.path }));
    return true;
  }
  if (run.done.has(schema)) {
    const known = run.done.get(schema);
    if (known !== undefined) return known;
    run.diagnostics.report(irDiagnostics.create("cyclic-object", {}, { path: place.path }));
    return true;
  }
  run.done.set(schema, undefined);
  const plain = convertObject(run, schema, place);
  run.done.set(schema, plain);
  const id: unknown = Reflect.get(schema, "$id");
  const name = run.sources.get(schema) ?? (typeof id === "string" ? run.ids.get(id) : undefined);
  if (name !== undefined && typeof plain === "object" && !run.names.has(plain)) run.names.set(plain, name);
  return plain;
}

/** Registered `$id` → name. An `$id` that two definitions share names neither. */
function indexIds(registry: Registry): ReadonlyMap<string, string> {
  const names = new Map<string, string | undefined>();
  for (const [name, schema] of registry.schemas) {
    const id: unknown = Reflect.get(schema, "$id");
    if (typeof id === "string") names.set(id, names.has(id) ? undefined : name);
  }
  return new Map([...names].flatMap(([id, name]): [string, string][] => (name === undefined ? [] : [[id, name]])));
}

/**
 * Turns a registry's schemas into plain draft-07: no TypeBox marks, no `$id`, nothing that JSON cannot hold, recursion
 * as `#/definitions/Name`. Equal schema objects give the same plain object. Whatever cannot go on the wire is reported.
 */
export function toPlainSchemas(registry: Registry, options: PlainOptions): PlainSchemas {
  const sources = new Map<object, string>();
  for (const [name, schema] of registry.schemas) if (!sources.has(schema)) sources.set(schema, name);
  const run: Conversion = {
    ...options,
    registry,
    definitions: new Map(),
    sources,
    ids: indexIds(registry),
    bundles: indexBundles(registry),
    done: new Map(),
    names: new Map(),
  };
  for (const [name, schema] of registry.schemas) {
    run.definitions.set(name, true);
    run.definitions.set(name, convert(run, schema, { path: name, scope: new Map() }));
  }
  return {
    definitions: run.definitions,
    nameOf: (node) => run.names.get(node),
    nameOfSource: (schema) => run.sources.get(schema),
  };
}
