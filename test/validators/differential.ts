import * as fc from "fast-check";
import { DOCUMENT_URI } from "../../src/json-schema/resources.js";
import type { JsonSchema } from "../../src/json-schema/schema.js";
import { correctedAjv, DIFFERENCES } from "./differences.js";
import { loadValidators } from "./load-validators.js";
import { randomSchema, randomValue } from "./random-schema.js";

/** Shapes that AJV alone would read otherwise: siblings of references, decimals, patterns and formats. */
const odd = fc.oneof(
  randomSchema.map((schema): JsonSchema =>
    typeof schema === "object" ? { ...schema, $ref: "#/definitions/D0" } : schema,
  ),
  randomSchema.map((schema): JsonSchema => ({ allOf: [{ $ref: "#/definitions/D1" }, schema] })),
  fc
    .constantFrom("^\\p{Lu}", "^https\\:", "^.{2}$", "[\\w\\-.]")
    .map((pattern): JsonSchema => ({ type: "string", pattern })),
  fc
    .constantFrom("date-time", "time", "uri", "uri-reference", "uri-template", "regex", "email", "hostname")
    .map((format): JsonSchema => ({ type: "string", format })),
  fc.constantFrom(0.1, 0.01, 3).map((multipleOf): JsonSchema => ({ type: "number", multipleOf })),
);

const texts = fc.constantFrom(
  "2026-01-31 10:00:00Z",
  "2026-01-31T10:00:00+0100",
  "10:00:00+01:00",
  "http://\u017f.com/",
  "\u212a",
  "{x}",
  "{\u017f}",
  "a@b.c",
  "Äb",
  "https://x",
);
const values = fc.oneof({ weight: 3, arbitrary: randomValue }, texts, fc.constantFrom(0.3, 143.48, 1e21, 0.35));

/** The verdicts of one seed's schemas and values that differ from those of an AJV that follows the standards. */
export async function unexplained(seed: number, count: number): Promise<readonly string[]> {
  const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): readonly T[] =>
    fc.sample(arbitrary, { seed, numRuns }).map((made) => JSON.parse(JSON.stringify(made)));
  const schemas = sample(fc.oneof(randomSchema, odd), count);
  const tried = sample(values, 40);
  const shared: Readonly<Record<string, JsonSchema>> = {
    D0: { type: "object", properties: { n: { allOf: [{ $ref: "#/definitions/D0" }] }, id: { type: "string" } } },
    D1: { anyOf: [{ type: "integer" }, { type: "array", items: { $ref: "#/definitions/D1" } }] },
  };
  const named = Object.fromEntries(schemas.map((schema, index) => [`S${index}`, schema]));
  const compiled = await loadValidators({
    schemas,
    definitions: { ...named, ...shared },
  });
  const oracle = correctedAjv({ $id: DOCUMENT_URI, definitions: { ...named, ...shared } }, DIFFERENCES);
  return schemas.flatMap((schema, index) => {
    const expected = oracle(`S${index}`);
    const is = compiled.is(index);
    return tried.flatMap((value) =>
      expected?.(value) === is(value) ? [] : [`seed ${seed}: ${JSON.stringify(schema)} of ${JSON.stringify(value)}`],
    );
  });
}
