import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";
import { ANNOTATION_KEYWORDS } from "./annotation-keywords.js";

const NAMED = new Set(["properties", "patternProperties", "definitions", "$defs", "dependencies"]);
const DATA = new Set(["const", "enum"]);

/** A text that is equal for schemas that accept the same by saying the same, whatever they say of themselves. */
export function shapeText(schema: JsonValue): string {
  return stableJson(withoutAnnotations(schema));
}

function withoutAnnotations(schema: JsonValue): JsonValue {
  if (isJsonArray(schema)) return schema.map(withoutAnnotations);
  if (!isJsonObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !ANNOTATION_KEYWORDS.has(keyword));
  return Object.fromEntries<JsonValue>(kept.map(([keyword, value]) => [keyword, strip(keyword, value)]));
}

function strip(keyword: string, value: JsonValue): JsonValue {
  if (DATA.has(keyword)) return value;
  if (keyword === "required" && isJsonArray(value)) return value.toSorted();
  return NAMED.has(keyword) && isJsonObject(value) ? stripMembers(value) : withoutAnnotations(value);
}

function stripMembers(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, schema]) => [name, withoutAnnotations(schema)]));
}
