import type { JsonSchema } from "../../src/json-schema/schema.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadValidators } from "./load-validators.js";
import { createOracle } from "./oracle.js";
import { randomSchema, randomValue } from "./random-schema.js";

const BATCHES = 24;
const SCHEMAS = 90;
const VALUES = 60;
const SEED = 41;

const DEFINITIONS = new Map<string, JsonSchema>([
  ["D0", { type: "object", properties: { n: { $ref: "#/definitions/D0" }, id: { type: "string" } } }],
  ["D1", { anyOf: [{ type: "integer" }, { type: "array", items: { $ref: "#/definitions/D1" } }] }],
]);

describe("validators of 2,160 random schemas", () => {
  it.each(Array.from({ length: BATCHES }, (_, batch) => SEED + batch))("agree with AJV (seed %i)", async (seed) => {
    const schemas = sample(randomSchema, seed, SCHEMAS);
    const values = sample(randomValue, seed, VALUES);
    const compiled = await loadValidators({ schemas, definitions: Object.fromEntries(DEFINITIONS) });
    const compile = createOracle(DEFINITIONS);
    let valid = 0;
    const differences = schemas.flatMap((schema, index) => {
      const oracle = compile(schema);
      const [is, validate] = [compiled.is(index), compiled.validate(index)];
      return values.flatMap((value) => {
        const expected = oracle(value);
        if (expected) valid += 1;
        const same = is(value) === expected && validate(value) === expected;
        const explained = expected ? validate.errors === null : validate.errors?.[0]?.keyword !== "";
        return same && explained
          ? []
          : [{ seed, schema: JSON.stringify(schema), value: JSON.stringify(value), expected }];
      });
    });
    expect(differences.slice(0, 3)).toEqual([]);
    expect(valid).toBeGreaterThan((SCHEMAS * VALUES) / 10);
    expect(valid).toBeLessThan((SCHEMAS * VALUES * 9) / 10);
  });
});

/** Plain JSON: what fast-check makes has objects without a prototype, which AJV cannot compare. */
function sample<T>(arbitrary: fc.Arbitrary<T>, seed: number, numRuns: number): readonly T[] {
  return fc.sample(arbitrary, { seed, numRuns }).map((made) => JSON.parse(JSON.stringify(made)));
}
