import { definitionsOf } from "../src/json-schema/references.js";
import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { createRandom, type Random } from "../src/instances/random.js";
import { replaceAt } from "../src/instances/replace-at.js";
import { validInstances } from "../src/instances/valid-instances.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../src/support/json.js";
import { changesBetween, createOracle, type DocumentPair, isProven } from "./support/breaking-fixture.js";
import { lowerDocument } from "./support/lower-document.js";
import { sampleDefinitions } from "./support/sample-definitions.js";

const ROUNDS = 40;
const SAMPLES = 60;

/** Keywords and values that make some difference to most schemas. */
const KEYWORDS: readonly JsonObject[] = [
  { minLength: 5 },
  { maxLength: 3 },
  { minimum: 3 },
  { maximum: 5 },
  { multipleOf: 2 },
  { minItems: 2 },
  { maxItems: 1 },
  { uniqueItems: true },
  { contains: { type: "string" } },
  { items: { type: "string" } },
  { items: [{ type: "string" }, { type: "integer" }] },
  { pattern: "^a" },
  { format: "uuid" },
  { type: "integer" },
  { type: ["string", "null"] },
  { const: "x" },
  { enum: ["a", "b"] },
  { not: { required: ["id"] } },
  { anyOf: [{ type: "string" }, { type: "object" }] },
  { oneOf: [{ required: ["id"] }, { required: ["kind"] }] },
  { allOf: [{ required: ["id"] }] },
  { properties: { id: { type: "string" } } },
  { additionalProperties: { type: "string" } },
  { patternProperties: { "^x-": { type: "string" } } },
  { propertyNames: { maxLength: 4 } },
  { minProperties: 1 },
  { maxProperties: 2 },
  { required: ["id"] },
];

it("finds an example for every reader that refuses something after any edit", async () => {
  const random = createRandom(11);
  const definitions = sampleDefinitions(1_200);
  let refusals = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const previous = random.pick(definitions) ?? {};
    const current = editAnywhere(previous, random);
    const pair = pairOf(previous, current);
    if (isDeepStrictEqual(previous, current) || lowerDocument(pair.current).protocol === undefined) continue;
    const witnesses = (await changesBetween(pair)).flatMap((change) => change.witnesses);
    const oracle = createOracle(pair);
    expect(witnesses.filter((witness) => !isProven(witness, oracle))).toEqual([]);
    for (const [writer, reader] of [
      ["previous", "current"],
      ["current", "previous"],
    ] as const) {
      const known = definitionsOf(pair[writer]);
      const sample = validInstances(known.get("Thing") ?? false, { definitions: known, seed: 4, count: SAMPLES });
      const refused = sample.filter(
        (instance) =>
          oracle.accepts(writer, "Thing", instance) === true && oracle.accepts(reader, "Thing", instance) === false,
      );
      if (refused.length === 0) continue;
      refusals += 1;
      const seen = witnesses.some(({ readerVersion }) => readerVersion === reader);
      expect(seen, `${JSON.stringify(previous)} -> ${JSON.stringify(current)}: ${JSON.stringify(refused[0])}`).toBe(
        true,
      );
    }
  }
  expect(refusals).toBeGreaterThan(20);
});

function pairOf(previous: JsonObject, current: JsonObject): DocumentPair {
  const methods = { "do.it": { params: "Thing" } };
  return {
    previous: { methods, definitions: { Thing: previous } },
    current: { methods, definitions: { Thing: current } },
  };
}

/** Takes a keyword out of some nested schema, puts one in, or replaces the schema. */
function editAnywhere(schema: JsonObject, random: Random): JsonObject {
  const place = random.pick(schemaPlaces(schema)) ?? [];
  const edited = replaceAt(schema, place, (node) => {
    if (!isJsonObject(node)) return node;
    const keys = Object.keys(node);
    if (random.chance(0.25))
      return Object.fromEntries<JsonValue>(
        Object.entries(node).filter(([key]) => key !== keys[random.below(keys.length)]),
      );
    if (random.chance(0.15))
      return (
        random.pick<JsonValue>([{ type: "string" }, {}, { type: "null" }, { anyOf: [node, { type: "null" }] }]) ?? {}
      );
    return { ...node, ...random.pick(KEYWORDS) };
  });
  return isJsonObject(edited) ? edited : {};
}

function schemaPlaces(schema: JsonObject): readonly (readonly (string | number)[])[] {
  const places: (readonly (string | number)[])[] = [];
  const visit = (value: JsonValue, path: readonly (string | number)[], isSchema: boolean): void => {
    if (isJsonArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index], true);
    if (!isJsonObject(value)) return;
    if (isSchema) places.push(path);
    for (const [key, item] of Object.entries(value)) {
      const isNamed = isSchema && (key === "properties" || key === "patternProperties");
      if (key !== "required" && key !== "enum") visit(item, [...path, key], !isNamed);
    }
  };
  visit(schema, [], true);
  return places;
}
