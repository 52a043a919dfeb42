import { isAnnotation, keywordRow } from "../../json-schema/keywords.js";
import { isSchema } from "../../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";

/** A text that is equal for schemas that accept the same by saying the same, whatever they say of themselves. */
export function shapeText(schema: JsonValue): string {
  return stableJson(withoutAnnotations(schema));
}

function withoutAnnotations(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword));
  return Object.fromEntries<JsonValue>(kept.map(([keyword, value]) => [keyword, strip(keyword, value)]));
}

function strip(keyword: string, value: JsonValue): JsonValue {
  switch (keywordRow(keyword)?.holds) {
    case "names":
      return isJsonArray(value) ? value.toSorted() : value;
    case "schema":
    case "schemas":
    case "schema or schemas":
      return isJsonArray(value) ? value.map(withoutAnnotations) : withoutAnnotations(value);
    case "schemas by key":
    case "schemas or names by key":
      return isJsonObject(value) ? stripMembers(value) : value;
    default:
      return value;
  }
}

function stripMembers(members: JsonObject): JsonObject {
  const stripped = Object.entries(members).map(([name, item]): [string, JsonValue] => [
    name,
    isSchema(item) ? withoutAnnotations(item) : item,
  ]);
  return Object.fromEntries(stripped);
}
