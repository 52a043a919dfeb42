import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { isAssertion, keywordRow } from "./keywords.js";
import { isSchema, type JsonSchema, without } from "./schema.js";

/**
 * The keywords beside a `$ref` that would say something of values if draft-07 (core 8.3) did not have readers ignore
 * them. For example `["minLength"]` of `{ $ref: "#/definitions/Name", minLength: 3 }`.
 */
export function ignoredBesideRef(schema: JsonObject): readonly string[] {
  return typeof schema["$ref"] === "string" ? Object.keys(schema).filter(isAssertion) : [];
}

/** A schema as draft-07 reads it, for readers that do not: without what stands beside a `$ref`, at every depth. */
export function withoutIgnored(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const kept = without(schema, ignoredBesideRef(schema));
  return Object.fromEntries(Object.entries(kept).map(([keyword, value]) => [keyword, heldWithout(keyword, value)]));
}

function one(item: JsonValue): JsonValue {
  return isSchema(item) ? withoutIgnored(item) : item;
}

function heldWithout(keyword: string, value: JsonValue): JsonValue {
  switch (keywordRow(keyword)?.holds) {
    case "schema":
    case "schemas":
    case "schema or schemas":
      return isJsonArray(value) ? value.map(one) : one(value);
    case "schemas by key":
    case "schemas or names by key":
      return isJsonObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, one(item)]))
        : value;
    default:
      return value;
  }
}
