import type { JsonSchema } from "../../../src/json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../../src/support/json.js";

const BOUNDS: ReadonlySet<string> = new Set(
  (
    "minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf uniqueItems " +
    "minProperties maxProperties"
  ).split(" "),
);
const KEYED: ReadonlySet<string> = new Set(["properties", "patternProperties", "definitions", "dependencies"]);
const DATA: ReadonlySet<string> = new Set(["const", "enum", "default", "examples"]);

/** A schema without what readers do not look at. How many elements a tuple has is no bound. */
export function withoutBounds(schema: JsonSchema): JsonSchema {
  if (!isJsonObject(schema)) return schema;
  const isTuple = isJsonArray(schema["items"] ?? null);
  const kept = Object.entries(schema).filter(
    ([keyword]) => !BOUNDS.has(keyword) && (isTuple || (keyword !== "minItems" && keyword !== "maxItems")),
  );
  return Object.fromEntries<JsonValue>(kept.map(([keyword, value]) => [keyword, heldWithoutBounds(keyword, value)]));
}

function heldWithoutBounds(keyword: string, value: JsonValue): JsonValue {
  if (DATA.has(keyword)) return value;
  if (isJsonArray(value)) return value.map((item) => (isJsonObject(item) ? withoutBounds(item) : item));
  if (!isJsonObject(value)) return value;
  if (!KEYED.has(keyword)) return withoutBounds(value);
  const entries = Object.entries(value);
  return Object.fromEntries<JsonValue>(
    entries.map(([key, held]) => [key, isJsonObject(held) ? withoutBounds(held) : held]),
  );
}
