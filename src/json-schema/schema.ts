import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { isAnnotation } from "./keywords.js";

/** A draft-07 schema as plain JSON. For example `{ type: "string", minLength: 1 }`. */
export type JsonSchema = boolean | JsonObject;

/** The seven types of JSON Schema. */
export type TypeName = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** All of them. Any other `type` is something that JSON cannot hold. */
export const TYPE_NAMES: readonly TypeName[] = ["null", "boolean", "integer", "number", "string", "array", "object"];

/** Whether a value is the name of a type. */
export function isTypeName(value: JsonValue | undefined): value is TypeName {
  return TYPE_NAMES.some((name) => name === value);
}

/** Whether a JSON value can stand where a schema is expected. */
export function isSchema(value: JsonValue | undefined): value is JsonSchema {
  return typeof value === "boolean" || isJsonObject(value);
}

/** The schemas under a keyword that holds a list, such as `anyOf`; empty where it is absent. */
export function schemaList(value: JsonValue | undefined): readonly JsonSchema[] {
  return isJsonArray(value) ? value.filter(isSchema) : [];
}

/** The schemas under a keyword that holds a record, such as `properties`; empty where it is absent. */
export function schemaEntries(value: JsonValue | undefined): readonly (readonly [string, JsonSchema])[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, schema]) => (isSchema(schema) ? [[key, schema] as const] : []));
}

/** The strings of a keyword that holds a list of them, such as `required`; empty where it is absent. */
export function stringList(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** A numeric keyword such as `minLength`, or the fallback where it is absent. */
export function numberOr(value: JsonValue | undefined, fallback: number): number {
  return typeof value === "number" ? value : fallback;
}

/** An own member of a JSON object: `toString` and the like are not members of `{}`. */
export function member(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** An object without some of its keys. */
export function without(schema: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}

/** The types that a schema names, or undefined where it allows all. For example `["string", "null"]`. */
export function typesOf(schema: JsonObject): readonly string[] | undefined {
  if (typeof schema["type"] === "string") return [schema["type"]];
  return isJsonArray(schema["type"]) ? stringList(schema["type"]) : undefined;
}

/** Whether a value is of a type. 1.0 is an integer. */
export function hasType(type: string, value: JsonValue): boolean {
  if (type === "null") return value === null;
  if (type === "array") return isJsonArray(value);
  if (type === "object") return isJsonObject(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

/** The values of `const` or `enum`; undefined without either. For example `{ const: "req" }` gives `["req"]`. */
export function constantsOf(schema: JsonValue | undefined): readonly JsonValue[] | undefined {
  if (!isJsonObject(schema)) return undefined;
  if (schema["const"] !== undefined) return [schema["const"]];
  return isJsonArray(schema["enum"]) ? schema["enum"] : undefined;
}

/** Whether a schema accepts everything by its author's will: it says nothing but annotations. */
export function isOpen(schema: JsonSchema): boolean {
  return typeof schema === "boolean" ? schema : Object.keys(schema).every(isAnnotation);
}

/** Whether a schema evidently accepts nothing: `false`, or the opposite of what accepts everything. */
export function isNever(schema: JsonSchema): boolean {
  if (typeof schema === "boolean") return !schema;
  const { not } = schema;
  return isSchema(not) && isOpen(not);
}
