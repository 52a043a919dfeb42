import { keywordPath, propertyPath, type SchemaPath } from "../../schema-path/schema-path.js";
import { isRecord } from "../../support/json.js";
import { splitWords } from "../../support/split-words.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import type { Conversion, PlainPlace } from "./conversion.js";
import { referenceTo } from "../../json-schema/references.js";
import type { Bundle } from "./source-names.js";

/** `chat.event items` → `ChatEventItems`. */
function definitionName(text: string): string {
  return splitWords(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** Names a definition that the registry does not have: after its own name, or after its place where that is taken. */
function freshName(run: Conversion, wanted: string, path: string): string {
  const taken = (name: string) => run.definitions.has(name) || run.registry.schemas.has(name);
  const last = definitionName(`${path} ${wanted}`);
  const free = [definitionName(wanted), definitionName(path), last].find((name) => name !== "" && !taken(name));
  if (free !== undefined) return free;
  let count = 2;
  while (taken(`${last}${count}`)) count += 1;
  return `${last}${count}`;
}

/** Whether `id` is referred to somewhere inside a value. */
function refersTo(value: unknown, id: string, seen: Set<object>): boolean {
  if (typeof value !== "object" || value === null || seen.has(value)) return false;
  seen.add(value);
  if (Reflect.get(value, "$ref") === id) return true;
  return Object.values(value).some((item) => refersTo(item, id, seen));
}

/** The `$id` by which a schema refers to itself (`Type.Recursive` of 0.34), if it does. */
export function ownReference(schema: object): string | undefined {
  const id: unknown = Reflect.get(schema, "$id");
  return typeof id === "string" && refersTo(Object.values(schema), id, new Set()) ? id : undefined;
}

/** A schema that refers to itself by `$id`: the definition that it is, or a new one named after its place. */
export function convertSelfReferring(
  run: Conversion,
  schema: object,
  own: { id: string; place: PlainPlace },
): JsonSchema {
  const { id, place } = own;
  const owner = run.source.ofObject(schema) ?? run.source.ofId(id);
  if (owner !== undefined) return run.convertKeywords(schema, { ...place, scope: new Map(place.scope).set(id, owner) });
  const name = freshName(run, place.path, place.path);
  run.definitions.set(name, true);
  run.sources.set(name, place.path);
  const scope = new Map(place.scope).set(id, name);
  run.definitions.set(name, run.convertKeywords(schema, { ...place, scope }));
  return { $ref: referenceTo(name) };
}

/** A schema that carries its own definitions: each becomes a definition, the entry is the schema itself. */
export function convertBundle(
  run: Conversion,
  schema: object,
  carried: { bundle: Bundle; place: PlainPlace },
): JsonSchema {
  const { bundle, place } = carried;
  const owner = run.source.ofObject(schema);
  const scope = new Map(place.scope);
  const fresh: { readonly name: string; readonly body: object; readonly path: SchemaPath }[] = [];
  for (const [key, body] of Object.entries(bundle.defs)) {
    if (!isRecord(body)) continue;
    const isEntry = key === bundle.entry;
    const known =
      isEntry && owner !== undefined
        ? owner
        : (run.source.ofObject(body) ?? run.source.ofBundleEntry(bundle.defs, key));
    const name = known ?? freshName(run, key, place.path);
    scope.set(key, name);
    if (known !== undefined) continue;
    const path = isEntry ? place.path : propertyPath(keywordPath(place.path, "$defs"), key);
    run.definitions.set(name, true);
    run.sources.set(name, path);
    fresh.push({ name, body, path });
  }
  for (const { name, body, path } of fresh)
    run.definitions.set(name, run.convertKeywords(body, { ...place, path, scope }));
  const beside = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$defs" && key !== "$ref"));
  const entry = bundle.defs[bundle.entry];
  if (owner !== undefined)
    return run.convertKeywords({ ...(isRecord(entry) ? entry : {}), ...beside }, { ...place, scope });
  return { ...run.convertKeywords(beside, place), $ref: referenceTo(scope.get(bundle.entry) ?? bundle.entry) };
}
