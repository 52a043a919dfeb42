import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../../support/json.js";
import type { JsonSchema } from "../../../ir/types.js";
import type { TypeName } from "./schema-node.js";

/** Reads the keywords of one schema; what is not of the right form is handed to `report` and read as absent. */
export interface KeywordReader {
  number(keyword: string): number | undefined;
  text(keyword: string): string | undefined;
  flag(keyword: string): boolean | undefined;
  texts(keyword: string): readonly string[] | undefined;
  types(): readonly TypeName[] | undefined;
  values(keyword: string): readonly JsonValue[] | undefined;
  schemas(keyword: string): readonly JsonSchema[] | undefined;
  map(keyword: string): readonly (readonly [string, JsonValue])[] | undefined;
}

/** Makes a reader of one schema. For example `createKeywordReader({ minLength: 1 }, report).number("minLength")`. */
export function createKeywordReader(
  schema: JsonObject,
  report: (keyword: string, expected: string) => void,
): KeywordReader {
  const read = <T>(keyword: string, expected: string, parse: (value: JsonValue) => T | undefined): T | undefined => {
    const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
    if (value === undefined) return undefined;
    const parsed = parse(value);
    if (parsed === undefined) report(keyword, expected);
    return parsed;
  };
  return {
    number: (keyword) => read(keyword, "a number", (value) => (typeof value === "number" ? value : undefined)),
    text: (keyword) => read(keyword, "a string", (value) => (typeof value === "string" ? value : undefined)),
    flag: (keyword) => read(keyword, "true or false", (value) => (typeof value === "boolean" ? value : undefined)),
    texts: (keyword) => read(keyword, "an array of strings", textsOf),
    types: () => read("type", "a type of JSON Schema, or an array of them", typesOf),
    values: (keyword) => read(keyword, "an array", (value) => (isJsonArray(value) ? value : undefined)),
    schemas: (keyword) => read(keyword, "an array of schemas", schemasOf),
    map: (keyword) => read(keyword, "an object", (value) => (isJsonObject(value) ? Object.entries(value) : undefined)),
  };
}

/** Whether a JSON value can be a schema. */
export function isSchema(value: JsonValue): value is JsonSchema {
  return typeof value === "boolean" || isJsonObject(value);
}

const TYPE_NAMES: readonly TypeName[] = ["null", "boolean", "integer", "number", "string", "array", "object"];

function typesOf(value: JsonValue): readonly TypeName[] | undefined {
  const names = isJsonArray(value) ? value : [value];
  const types = names.flatMap((name) => TYPE_NAMES.filter((type) => type === name));
  return types.length === names.length ? types : undefined;
}

function textsOf(value: JsonValue): readonly string[] | undefined {
  if (!isJsonArray(value)) return undefined;
  const texts = value.filter((item) => typeof item === "string");
  return texts.length === value.length ? texts : undefined;
}

function schemasOf(value: JsonValue): readonly JsonSchema[] | undefined {
  if (!isJsonArray(value)) return undefined;
  const schemas = value.filter(isSchema);
  return schemas.length === value.length ? schemas : undefined;
}
