import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Registry } from "../../registry/registry.js";
import { isRecord, type JsonObject, type JsonValue } from "../../support/json.js";
import { nearest } from "../../support/nearest.js";
import { irDiagnostics } from "../diagnostics.js";
import { definitionPath, indexedPath, keywordPath, propertyPath } from "../../schema-path/schema-path.js";
import { isTypeName, type JsonSchema, TYPE_NAMES, type TypeName } from "../../json-schema/schema.js";
import type { Conversion, PlainPlace } from "./conversion.js";
import { keywordValue } from "./keyword-value.js";
import { ignoredBesideRef } from "../../json-schema/beside-ref.js";
import { keywordRow } from "../../json-schema/keywords.js";
import type { PlainSchemas } from "./plain-schemas.js";
import { convertBundle, convertSelfReferring, ownReference } from "./recursive-schemas.js";
import { pointerTokens, referenceTo } from "../../json-schema/references.js";
import { fragmentToken, fromFragment } from "../../json-schema/pointer.js";
import { DOCUMENT_URI, resolveUri, splitFragment } from "../../json-schema/resources.js";
import { baseInside } from "./uri-index.js";
import { bundleOf, indexSourceNames } from "./source-names.js";
import { isMarkedOptional, processOnlyPart, typeBoxKind } from "./typebox.js";

/** A reference in the one form that the IR has: into `#/definitions/`. What leads nowhere is reported. */
function convertRef(run: Conversion, ref: unknown, place: PlainPlace): JsonValue {
  if (typeof ref !== "string") return invalid(run, place, { keyword: "$ref", expected: "a string", found: typeof ref });
  const tokens = pointerTokens(ref);
  if (tokens !== undefined && tokens.length > 1) return ref.replace("#/$defs/", "#/definitions/");
  const key = tokens?.[0] ?? ref;
  const name = place.scope.get(key) ?? (run.registry.schemas.has(key) ? key : run.source.ofId(key));
  if (name !== undefined) return referenceTo(name);
  const relative = resolveRelative(run, ref, place.base);
  if (relative !== undefined) return relative;
  const near = nearest(key, [...run.registry.schemas.keys()]);
  run.diagnostics.report(irDiagnostics.create("unresolved-ref", { ref, near }, { path: place.path }));
  return ref;
}

/** A reference that an `$id` gives its meaning: `address.json` beside `https://e.x/peer.json`, or `#/properties/home`. */
function resolveRelative(run: Conversion, ref: string, base: string): string | undefined {
  const [path = "", fragment = ""] = splitFragment(ref);
  const uri = path === "" ? base : resolveUri(path, base);
  const pointer = fragment === "" || fragment.startsWith("/");
  const found = run.source.ofUri(pointer ? uri : `${uri}#${fragment}`);
  if (found === undefined) return undefined;
  const tokens = pointer ? [...found.tokens, ...fromFragment(fragment)] : found.tokens;
  return [referenceTo(found.name), ...tokens.map(fragmentToken)].join("/");
}

function invalid(run: Conversion, place: PlainPlace, what: { keyword: string; expected: string; found: string }): true {
  run.diagnostics.report(irDiagnostics.create("invalid-keyword", what, { path: place.path }));
  return true;
}

function convertMap(run: Conversion, map: { keyword: string; value: object }, place: PlainPlace): JsonObject {
  const parent = map.keyword === "properties" ? place.path : keywordPath(place.path, map.keyword);
  const entries = Object.entries(map.value).map(([key, item]: [string, unknown]): [string, JsonValue] => {
    const at = { ...place, path: propertyPath(parent, key) };
    const isNames = Array.isArray(item) && keywordRow(map.keyword)?.holds === "schemas or names by key";
    return [
      key,
      isNames ? keywordValue("required", item, { ...at, diagnostics: run.diagnostics }) : convert(run, item, at),
    ];
  });
  return Object.fromEntries(entries);
}

function convertKeyword(run: Conversion, keyword: string, at: { value: unknown; place: PlainPlace }): JsonValue {
  const { value, place } = at;
  if (keyword === "$ref") return convertRef(run, value, place);
  const holds = keywordRow(keyword)?.holds;
  if (Array.isArray(value) && (holds === "schemas" || holds === "schema or schemas")) {
    return value.map((item: unknown, index) =>
      convert(run, item, { ...place, path: indexedPath(place.path, keyword, index) }),
    );
  }
  if (holds === "schema" || holds === "schema or schemas")
    return convert(run, value, { ...place, path: keywordPath(place.path, keyword) });
  if ((holds === "schemas by key" || holds === "schemas or names by key") && isRecord(value))
    return convertMap(run, { keyword, value }, place);
  return keywordValue(keyword, value, { path: place.path, diagnostics: run.diagnostics });
}

function convertKeywords(run: Conversion, schema: object, place: PlainPlace): JsonObject {
  const entries: [string, JsonValue][] = [];
  reportLostOptionals(run, schema, place);
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword !== "$id" && value !== undefined)
      entries.push([keyword, convertKeyword(run, keyword, { value, place })]);
  }
  const plain: JsonObject = Object.fromEntries(entries);
  const keywords = ignoredBesideRef(plain);
  if (keywords.length > 0)
    run.diagnostics.report(irDiagnostics.create("ignored-beside-ref", { keywords }, { path: place.path }));
  return plain;
}

/** A property that one TypeBox marked optional and another, which does not know the mark, requires. */
function reportLostOptionals(run: Conversion, schema: object, place: PlainPlace): void {
  const properties: unknown = Reflect.get(schema, "properties");
  const required: unknown = Reflect.get(schema, "required");
  if (!isRecord(properties) || !Array.isArray(required)) return;
  for (const [key, property] of Object.entries(properties)) {
    if (!isRecord(property) || !isMarkedOptional(property) || !required.includes(key)) continue;
    const path = propertyPath(place.path, key);
    run.diagnostics.report(irDiagnostics.create("lost-optional", { key }, { path }));
  }
}

function reportProcessOnly(run: Conversion, schema: object, place: PlainPlace): void {
  const part = processOnlyPart(schema);
  if (part === undefined || run.reported.has(part.mark)) return;
  run.reported.add(part.mark);
  run.diagnostics.report(irDiagnostics.create("not-on-wire", { what: part.what }, { path: place.path }));
}

/** What other languages call the types of JSON Schema. */
const TYPE_WORDS: Readonly<Record<string, TypeName>> = {
  int: "integer",
  long: "integer",
  float: "number",
  double: "number",
  bool: "boolean",
  str: "string",
  list: "array",
  dict: "object",
  map: "object",
  none: "null",
  nil: "null",
};

/** A word that is near a type of JSON Schema is a slip; any other is the name of something that JSON does not have. */
function reportKind(run: Conversion, found: { kind: string | undefined; type: string }, place: PlainPlace): void {
  const { kind, type } = found;
  const word = type.toLowerCase();
  const near =
    kind !== undefined ? undefined : Object.hasOwn(TYPE_WORDS, word) ? TYPE_WORDS[word] : nearest(type, TYPE_NAMES);
  run.diagnostics.report(
    near === undefined
      ? irDiagnostics.create("unsupported-kind", { kind: kind ?? type }, { path: place.path })
      : irDiagnostics.create("unknown-type", { type, near }, { path: place.path }),
  );
}

function convertObject(run: Conversion, schema: object, place: PlainPlace): JsonSchema {
  reportProcessOnly(run, schema, place);
  const type: unknown = Reflect.get(schema, "type");
  const kind = typeBoxKind(schema) ?? (typeof type === "string" ? type : undefined);
  const replacement = kind === undefined ? undefined : run.kinds[kind];
  if (replacement !== undefined) return convertKeywords(run, replacement, place);
  // A literal's own constant is what is wrong with it: its keyword says so.
  if (typeof type === "string" && !isTypeName(type) && kind !== "Literal") {
    reportKind(run, { kind: typeBoxKind(schema), type }, place);
    return true;
  }
  const bundle = bundleOf(schema);
  if (bundle !== undefined) return convertBundle(run, schema, { bundle, place });
  const id = ownReference(schema);
  return id === undefined ? convertKeywords(run, schema, place) : convertSelfReferring(run, schema, { id, place });
}

function convert(run: Conversion, schema: unknown, around: PlainPlace): JsonSchema {
  const base = isRecord(schema) ? baseInside(schema, around.base) : around.base;
  const place = { ...around, base };
  if (typeof schema === "boolean") return schema;
  if (!isRecord(schema))
    return invalid(run, place, { keyword: "schema", expected: "an object or a boolean", found: String(schema) });
  if (run.done.has(schema)) {
    const known = run.done.get(schema);
    if (known !== undefined) return known;
    run.diagnostics.report(irDiagnostics.create("cyclic-object", {}, { path: place.path }));
    return true;
  }
  run.done.set(schema, undefined);
  const plain = convertObject(run, schema, place);
  run.done.set(schema, plain);
  const id = schema["$id"];
  const name = run.source.ofObject(schema) ?? (typeof id === "string" ? run.source.ofId(id) : undefined);
  if (name !== undefined && typeof plain === "object" && !run.names.has(plain)) run.names.set(plain, name);
  return plain;
}

/**
 * Turns a registry's schemas into plain draft-07: no TypeBox marks, no `$id`, nothing that JSON cannot hold, recursion
 * as `#/definitions/Name`. Equal schema objects give the same plain object. Whatever cannot go on the wire is reported.
 */
export function toPlainSchemas(
  registry: Registry,
  options: { readonly kinds: Readonly<Record<string, JsonObject>>; readonly diagnostics: DiagnosticCollector },
): PlainSchemas {
  const run: Conversion = {
    ...options,
    registry,
    source: indexSourceNames(registry),
    definitions: new Map(),
    done: new Map(),
    reported: new Set(),
    names: new Map(),
    sources: new Map(),
    convertKeywords: (schema, place) => convertKeywords(run, schema, place),
  };
  for (const [name, schema] of registry.schemas) {
    const path = definitionPath(name);
    run.definitions.set(name, true);
    run.sources.set(name, path);
    run.definitions.set(name, convert(run, schema, { path, scope: new Map(), base: registry.base ?? DOCUMENT_URI }));
  }
  return {
    definitions: run.definitions,
    sourceOf: (name) => run.sources.get(name) ?? definitionPath(name),
    nameOf: (node) => run.names.get(node),
    nameOfSource: (schema) => run.source.ofObject(schema),
  };
}
