import type { JsonSchema } from "../../../ir/types.js";
import { isJsonArray, type JsonObject, type JsonValue } from "../../../support/json.js";
import { isKnownFormat } from "./formats.js";
import { readPattern } from "./pattern-flags.js";
import { createKeywordReader, isSchema, type KeywordReader } from "./read-keyword.js";
import type { SchemaFaults } from "./schema-faults.js";
import type { Dependency, SchemaNode } from "./schema-node.js";

/** The node of `true` and `{}`. */
export const ANY_NODE: SchemaNode = { hash: "any", place: "" };

/** The node of `false`. */
export const NEVER_NODE: SchemaNode = { hash: "never", place: "", never: true };

/** Whether a node accepts everything. */
export function saysNothing(node: SchemaNode): boolean {
  return node === ANY_NODE;
}

/** Gives the node of a child; `step` is the way to it, such as `.anyOf[1]`. */
type ChildNode = (schema: JsonSchema, step: string) => SchemaNode;

/** The schema to make a node of, already hashed. */
interface NodeSource {
  readonly schema: JsonObject;
  readonly hash: string;
  readonly place: string;
  readonly faults: SchemaFaults;
}

/** Makes the node of a schema without `$ref`. Keywords that say nothing (`minLength: 0`, `required: []`) are left out. */
export function createNode(source: NodeSource, child: ChildNode): SchemaNode {
  const { schema, hash, place, faults } = source;
  const reader = createKeywordReader(schema, (keyword, expected) => faults.malformedKeyword(keyword, expected, place));
  return {
    hash,
    place,
    ...present("type", reader.types()),
    ...present("const", Object.hasOwn(schema, "const") ? { value: schema["const"] ?? null } : undefined),
    ...present("enum", reader.values("enum")),
    ...numberKeywords(reader),
    ...stringKeywords(reader, source),
    ...arrayKeywords(reader, schema, child),
    ...objectKeywords(reader, source, child),
    ...combiningKeywords(reader, schema, child),
  };
}

/** An object with one key, or with none where the value is undefined. */
function present<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  const result: { [P in K]?: V } = {};
  if (value !== undefined) result[key] = value;
  return result;
}

function numberKeywords(reader: KeywordReader): Partial<SchemaNode> {
  return {
    ...present("multipleOf", reader.number("multipleOf")),
    ...present("minimum", reader.number("minimum")),
    ...present("maximum", reader.number("maximum")),
    ...present("exclusiveMinimum", reader.number("exclusiveMinimum")),
    ...present("exclusiveMaximum", reader.number("exclusiveMaximum")),
  };
}

function stringKeywords(reader: KeywordReader, { place, faults }: NodeSource): Partial<SchemaNode> {
  const pattern = reader.text("pattern");
  const format = reader.text("format");
  if (format !== undefined && !isKnownFormat(format)) faults.unknownFormat(format, place);
  return {
    ...present("minLength", atLeastOne(reader.number("minLength"))),
    ...present("maxLength", reader.number("maxLength")),
    ...present("pattern", pattern !== undefined && isReadable(pattern, place, faults) ? pattern : undefined),
    ...present("format", format !== undefined && isKnownFormat(format) ? format : undefined),
  };
}

function arrayKeywords(reader: KeywordReader, schema: JsonObject, child: ChildNode): Partial<SchemaNode> {
  const items = schema["items"];
  const list = isJsonArray(items) ? items.filter(isSchema).map((item, at) => child(item, `.items[${at}]`)) : undefined;
  return {
    ...present("items", list ?? telling(schemaChild(schema, "items", child))),
    ...present("additionalItems", list && telling(schemaChild(schema, "additionalItems", child))),
    ...present("contains", schemaChild(schema, "contains", child)),
    ...present("minItems", atLeastOne(reader.number("minItems"))),
    ...present("maxItems", reader.number("maxItems")),
    ...present("uniqueItems", reader.flag("uniqueItems") === true ? true : undefined),
  };
}

function objectKeywords(reader: KeywordReader, source: NodeSource, child: ChildNode): Partial<SchemaNode> {
  const { schema, place, faults } = source;
  const patterns = [...(mapChild(reader, "patternProperties", child) ?? [])];
  const readable = patterns.filter(([pattern]) => isReadable(pattern, place, faults));
  const required = reader.texts("required");
  return {
    ...present("properties", mapChild(reader, "properties", child)),
    ...present("patternProperties", patterns.length > 0 ? new Map(readable) : undefined),
    ...present("additionalProperties", telling(schemaChild(schema, "additionalProperties", child))),
    ...present("propertyNames", telling(schemaChild(schema, "propertyNames", child))),
    ...present("required", required && required.length > 0 ? [...new Set(required)] : undefined),
    ...present("minProperties", atLeastOne(reader.number("minProperties"))),
    ...present("maxProperties", reader.number("maxProperties")),
    ...present("dependencies", dependenciesOf(reader, child)),
  };
}

function combiningKeywords(reader: KeywordReader, schema: JsonObject, child: ChildNode): Partial<SchemaNode> {
  const list = (keyword: string): readonly SchemaNode[] | undefined =>
    reader.schemas(keyword)?.map((item, index) => child(item, `.${keyword}[${index}]`));
  const condition = schemaChild(schema, "if", child);
  return {
    ...present("allOf", list("allOf")),
    ...present("anyOf", list("anyOf")),
    ...present("oneOf", list("oneOf")),
    ...present("not", schemaChild(schema, "not", child)),
    ...present("if", condition),
    ...present("then", condition && telling(schemaChild(schema, "then", child))),
    ...present("else", condition && telling(schemaChild(schema, "else", child))),
  };
}

function schemaChild(schema: JsonObject, keyword: string, child: ChildNode): SchemaNode | undefined {
  const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
  return value !== undefined && isSchema(value) ? child(value, `.${keyword}`) : undefined;
}

function mapChild(
  reader: KeywordReader,
  keyword: "properties" | "patternProperties",
  child: ChildNode,
): ReadonlyMap<string, SchemaNode> | undefined {
  const entries = reader.map(keyword)?.flatMap(([key, value]) => (isSchema(value) ? [{ key, value }] : []));
  return entries && new Map(entries.map(({ key, value }) => [key, child(value, `.${key}`)]));
}

function dependenciesOf(reader: KeywordReader, child: ChildNode): ReadonlyMap<string, Dependency> | undefined {
  const entries = reader.map("dependencies");
  return entries && new Map(entries.flatMap(([key, value]) => dependencyOf(key, value, child)));
}

function dependencyOf(key: string, value: JsonValue, child: ChildNode): readonly (readonly [string, Dependency])[] {
  if (isSchema(value)) return [[key, child(value, `.dependencies[${JSON.stringify(key)}]`)]];
  return isJsonArray(value) ? [[key, value.filter((name) => typeof name === "string")]] : [];
}

function isReadable(pattern: string, place: string, faults: SchemaFaults): boolean {
  const reading = readPattern(pattern);
  if ("reason" in reading) faults.invalidPattern(pattern, reading.reason, place);
  return !("reason" in reading);
}

function telling(node: SchemaNode | undefined): SchemaNode | undefined {
  return node === ANY_NODE ? undefined : node;
}

function atLeastOne(limit: number | undefined): number | undefined {
  return limit !== undefined && limit > 0 ? limit : undefined;
}
