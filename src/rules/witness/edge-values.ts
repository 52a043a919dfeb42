import { type JsonSchema, typesOf } from "../../json-schema/schema.js";
import type { Definitions } from "../../json-schema/references.js";
import { createSampler } from "../../instances/sampler.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";

/** Beyond this an example would be too long to make. */
const LONGEST_TEXT = 100_000;
const MOST_ITEMS = 3_000;
const PLAIN: readonly JsonValue[] = [null, true, 0, 1.5, -1, "", "text", [], {}];

/**
 * Values just outside what a reader allows, such as a text one longer than its `maxLength`. Whether the writer may send
 * them is not looked at.
 */
export function edgeValues(writer: JsonSchema, reader: JsonSchema, definitions: Definitions): readonly JsonValue[] {
  if (!isJsonObject(reader)) return PLAIN;
  const refused = isJsonObject(reader["not"]) ? reader["not"]["const"] : undefined;
  return [
    ...(refused === undefined ? [] : [refused]),
    ...textEdges(reader),
    ...numberEdges(reader),
    ...itemEdges(writer, reader, definitions),
    ...keyEdges(writer, reader, definitions),
    ...constants(writer),
    ...PLAIN,
  ];
}

function constants(writer: JsonSchema): readonly JsonValue[] {
  return isJsonObject(writer) && isJsonArray(writer["enum"]) ? writer["enum"] : [];
}

function textEdges({ minLength, maxLength }: JsonObject): readonly string[] {
  const lengths = [
    typeof minLength === "number" ? minLength - 1 : -1,
    typeof maxLength === "number" ? maxLength + 1 : -1,
  ];
  return lengths.filter((length) => length >= 0 && length <= LONGEST_TEXT).map((length) => "x".repeat(length));
}

function numberEdges(reader: JsonObject): readonly number[] {
  const edges: number[] = [];
  for (const keyword of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]) {
    const limit = reader[keyword];
    if (typeof limit === "number") edges.push(limit - 1, limit, limit + 1, limit - 0.5, limit + 0.5);
  }
  const step = reader["multipleOf"];
  return typeof step === "number" ? [...edges, step / 2, step + step / 2, 1] : edges;
}

/** Objects with a key that nothing declares, where the reader minds. */
function keyEdges(writer: JsonSchema, reader: JsonObject, definitions: Definitions): readonly JsonValue[] {
  if (!isJsonObject(writer) || !(typesOf(writer)?.includes("object") ?? false)) return [];
  if (stableJson(writer["additionalProperties"] ?? true) === stableJson(reader["additionalProperties"] ?? true))
    return [];
  const smallest = createSampler({ definitions, seed: 5 }).sample(writer, "minimal");
  if (!isJsonObject(smallest)) return [];
  return ["text", true, 0].map((value) => ({ ...smallest, extra: value }));
}

function itemEdges(writer: JsonSchema, reader: JsonObject, definitions: Definitions): readonly JsonValue[] {
  if (!isJsonObject(writer) || !(typesOf(writer)?.includes("array") ?? false)) return [];
  const { minItems, maxItems } = reader;
  const lengths = [typeof minItems === "number" ? minItems - 1 : -1, typeof maxItems === "number" ? maxItems + 1 : -1];
  const items = writer["items"];
  if (isJsonArray(items) || items === undefined) return [];
  const sampler = createSampler({ definitions, seed: 5 });
  const make = (length: number): JsonValue => {
    const made = new Map<string, JsonValue>();
    for (let attempt = 0; made.size < length && attempt < length * 4; attempt += 1) {
      const item =
        typeof items === "boolean" || isJsonObject(items)
          ? sampler.sample(items, attempt === 0 ? "minimal" : "mixed")
          : null;
      if (item !== undefined) made.set(writer["uniqueItems"] === true ? stableJson(item) : `${attempt}`, item);
    }
    return [...made.values()];
  };
  const doubled = reader["uniqueItems"] === true && writer["uniqueItems"] !== true ? make(1) : undefined;
  const twice = isJsonArray(doubled) ? [[...doubled, ...doubled]] : [];
  return [...lengths.filter((length) => length >= 0 && length <= MOST_ITEMS).map(make), ...twice];
}
