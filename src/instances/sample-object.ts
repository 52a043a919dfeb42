import { type JsonSchema, isSchema, numberOr, schemaEntries, stringList } from "../json-schema/schema.js";
import { compilePattern } from "../json-schema/pattern.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import type { Sampling } from "./sampling.js";
import { stringValues } from "./string-values.js";

const PLAIN_KEYS: readonly string[] = ["key", "other key", "", "a.b/c~d", "constructor", "__proto__", "😀"];

/** Makes an object: required properties alone, all of them, any others, and keys for maps. Undefined where none was found. */
export function sampleObject(schema: JsonObject, depth: number, sampling: Sampling): JsonObject | undefined {
  const required = new Set(stringList(schema["required"]));
  const properties = schemaEntries(schema["properties"]);
  const members = new Map<string, JsonValue>();
  const include = chooseOptional(schema, properties.length - required.size, sampling);
  for (const [key, place] of properties) {
    if (!required.has(key) && !sampling.wanted(place) && !include()) continue;
    const value = place === false ? undefined : sampling.sample(place, depth + 1);
    if (value !== undefined) members.set(key, value);
    else if (required.has(key)) return undefined;
  }
  for (const key of required) {
    if (members.has(key) || properties.some(([name]) => name === key)) continue;
    const value = sampling.sample(keySchema(schema, key), depth + 1);
    if (value === undefined) return undefined;
    members.set(key, value);
  }
  addDependencies(schema, members, { depth, sampling });
  fitSize(schema, members, { depth, sampling });
  return Object.fromEntries(members);
}

function chooseOptional(schema: JsonObject, optional: number, sampling: Sampling): () => boolean {
  const extent = sampling.extent();
  if (extent !== "mixed") return () => extent === "maximal";
  const turn = optional <= 0 ? 0 : sampling.turn(schema, "presence", optional + 2);
  if (turn === 0) return () => false;
  if (turn === 1) return () => true;
  const probability = sampling.random.pick([0.2, 0.5, 0.8]) ?? 0.5;
  return () => sampling.random.chance(probability);
}

function keySchema(schema: JsonObject, key: string): JsonSchema {
  const pattern = schemaEntries(schema["patternProperties"]).find(([text]) => compilePattern(text)?.test(key) ?? false);
  if (pattern !== undefined) return pattern[1];
  return isSchema(schema["additionalProperties"]) ? schema["additionalProperties"] : true;
}

interface Growth {
  readonly depth: number;
  readonly sampling: Sampling;
}

function addDependencies(schema: JsonObject, members: Map<string, JsonValue>, { depth, sampling }: Growth): void {
  if (!isJsonObject(schema["dependencies"])) return;
  for (const [key, dependency] of Object.entries(schema["dependencies"])) {
    if (!members.has(key)) continue;
    for (const needed of stringList(isJsonObject(dependency) ? dependency["required"] : dependency)) {
      const place = schemaEntries(schema["properties"]).find(([name]) => name === needed)?.[1] ?? true;
      const value = members.has(needed) ? undefined : sampling.sample(place, depth + 1);
      if (value !== undefined) members.set(needed, value);
    }
  }
}

/** Adds keys to maps, and keeps within `minProperties` and `maxProperties`. */
function fitSize(schema: JsonObject, members: Map<string, JsonValue>, { depth, sampling }: Growth): void {
  const minimum = numberOr(schema["minProperties"], 0);
  const maximum = numberOr(schema["maxProperties"], Infinity);
  const required = new Set(stringList(schema["required"]));
  for (const [key, place] of schemaEntries(schema["properties"])) {
    if (members.size >= minimum) break;
    const value = members.has(key) ? undefined : sampling.sample(place, depth + 1);
    if (value !== undefined) members.set(key, value);
  }
  const places = mapPlaces(schema);
  const extra = places.length === 0 ? 0 : Math.max(minimum - members.size, mapSize(schema, places, sampling));
  for (let count = 0; count < extra && members.size < maximum; count += 1) {
    const place = places[count % places.length];
    const key = place === undefined ? undefined : sampleKey(schema, place, { count, sampling });
    const value = place === undefined || key === undefined ? undefined : sampling.sample(place.values, depth + 1);
    if (key !== undefined && value !== undefined && !members.has(key)) members.set(key, value);
  }
  for (const key of [...members.keys()].toReversed()) {
    if (members.size <= maximum) break;
    if (!required.has(key)) members.delete(key);
  }
}

/** Where keys that are no property may stand. */
interface MapPlace {
  readonly pattern: string | undefined;
  readonly values: JsonSchema;
}

function mapPlaces(schema: JsonObject): readonly MapPlace[] {
  const places = schemaEntries(schema["patternProperties"]).map(([pattern, values]) => ({ pattern, values }));
  const { additionalProperties, properties } = schema;
  if (isJsonObject(additionalProperties)) return [...places, { pattern: undefined, values: additionalProperties }];
  const open = additionalProperties !== false && properties === undefined && places.length === 0;
  return open ? [{ pattern: undefined, values: true }] : places;
}

function mapSize(schema: JsonObject, places: readonly MapPlace[], sampling: Sampling): number {
  const extent = sampling.extent();
  const wanted = places.some((place) => sampling.wanted(place.values)) ? 1 : 0;
  if (extent === "minimal") return wanted;
  if (extent === "maximal") return 2;
  return Math.max(wanted, [0, 1, 3, 7][sampling.turn(schema, "size", 4)] ?? 0);
}

function sampleKey(
  schema: JsonObject,
  place: MapPlace,
  { count, sampling }: { count: number; sampling: Sampling },
): string | undefined {
  const names = isJsonObject(schema["propertyNames"]) ? schema["propertyNames"] : {};
  const keywords = place.pattern === undefined ? names : { ...names, pattern: place.pattern };
  const plain = PLAIN_KEYS.slice(count % PLAIN_KEYS.length).filter((key) => sampling.accepts(keywords, key));
  return plain[0] ?? sampling.random.pick(stringValues(keywords, sampling.random));
}
