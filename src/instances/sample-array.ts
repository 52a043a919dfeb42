import { type JsonSchema, isSchema, numberOr, schemaList } from "../json-schema/schema.js";
import { intersect } from "../json-schema/intersect.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { stableJson } from "../support/stable-json.js";
import type { Sampling } from "./sampling.js";

/** The longest array that is made where the schema asks for no more. */
const LONG = 24;

/** Makes an array: empty, one, a few, both ends of the allowed length. Undefined where no valid one was found. */
export function sampleArray(schema: JsonObject, depth: number, sampling: Sampling): readonly JsonValue[] | undefined {
  const tuple = isJsonArray(schema["items"]) ? schemaList(schema["items"]) : [];
  const restKeyword = isJsonArray(schema["items"]) ? schema["additionalItems"] : schema["items"];
  const rest: JsonSchema = isSchema(restKeyword) ? restKeyword : true;
  const minimum = numberOr(schema["minItems"], 0);
  const length = chooseLength(schema, { tuple: tuple.length, rest, depth }, sampling);
  const contains = containedIn(schema);
  const seen = new Set<string>();
  const items: JsonValue[] = [];
  for (let attempt = 0; items.length < length && attempt < length * 3 + 6; attempt += 1) {
    const place = tuple[items.length] ?? rest;
    const needed = intersect(place, contains[items.length] ?? true);
    const item = sampling.sample(needed, depth + 1);
    if (item === undefined) break;
    const text = schema["uniqueItems"] === true ? stableJson(item) : `${items.length}`;
    if (seen.has(text)) continue;
    seen.add(text);
    items.push(item);
  }
  return items.length < minimum ? undefined : items;
}

/** What has to be somewhere among the items; two such wishes stand beside each other in `allOf`. */
function containedIn(schema: JsonObject): readonly JsonSchema[] {
  const sources = [schema, ...schemaList(schema["allOf"])];
  return sources.map((source) => (isJsonObject(source) ? source["contains"] : undefined)).filter(isSchema);
}

function chooseLength(
  schema: JsonObject,
  place: { tuple: number; rest: JsonSchema; depth: number },
  sampling: Sampling,
): number {
  const needed = Math.max(numberOr(schema["minItems"], 0), containedIn(schema).length);
  const maximum = Math.min(numberOr(schema["maxItems"], Infinity), place.rest === false ? place.tuple : Infinity);
  const limit = (length: number): number => Math.max(needed, Math.min(length, maximum));
  const extent = sampling.extent();
  const inside = sampling.wanted(place.rest) || schemaList(schema["items"]).some((item) => sampling.wanted(item));
  if (extent === "minimal") return limit(Math.max(needed, inside ? 1 : 0));
  if (extent === "maximal") return limit(Math.max(place.tuple, 2));
  const long = place.depth < 3 ? Math.min(LONG, maximum) : 3;
  const lengths = [...new Set([inside ? 1 : needed, 1, place.tuple, 2, long].map(limit))];
  return lengths[sampling.turn(schema, "size", lengths.length)] ?? needed;
}
