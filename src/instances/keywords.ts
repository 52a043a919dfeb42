import type { JsonSchema } from "../ir/types.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";

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

/** The types that a schema names, or undefined where it allows all. For example `["string", "null"]`. */
export function typesOf(schema: JsonObject): readonly string[] | undefined {
  if (typeof schema["type"] === "string") return [schema["type"]];
  return isJsonArray(schema["type"]) ? stringList(schema["type"]) : undefined;
}
