import type { JsonSchema } from "../../../src/json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../../src/support/json.js";

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
  return withoutKeyPattern(
    Object.fromEntries<JsonValue>(kept.map(([keyword, value]) => [keyword, heldWithoutBounds(keyword, value)])),
  );
}

/** A map's values are of its type whatever pattern its keys follow. */
function withoutKeyPattern(schema: JsonObject): JsonObject {
  const { patternProperties, ...rest } = schema;
  const [only, ...others] = isJsonObject(patternProperties ?? null) ? Object.values(Object(patternProperties)) : [];
  const isMap = only !== undefined && others.length === 0 && schema["properties"] === undefined;
  return isMap ? { ...rest, additionalProperties: Object(only) } : schema;
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
