import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/json-schema/schema.js";
import { type EmittedModule, loadValidators } from "./load-validators.js";
import { createOracle } from "./oracle.js";

/** Objects that require `a`, whose own schema would accept `undefined`, each in another way. */
const REQUIRING: readonly JsonSchema[] = [
  { type: "object", required: ["a"] },
  { type: "object", properties: { a: {} }, required: ["a"], additionalProperties: false },
  { type: "object", properties: { a: { not: { type: "string" } } }, required: ["a"] },
  { type: "object", properties: { a: { minLength: 2 }, b: { type: "string" } }, required: ["a"] },
  { type: "object", properties: { a: { anyOf: [{ not: { type: "null" } }, { const: 1 }] } }, required: ["a"] },
  { type: "object", properties: { b: { type: "string" } }, required: ["a"], additionalProperties: { minimum: 1 } },
  { type: "object", patternProperties: { "^a": { minLength: 1 } }, required: ["a"] },
  { required: ["a"], properties: { a: { maximum: 3 } }, minProperties: 1 },
];

/** An object that has more than a shape: named properties and closedness are not all that is said of it. */
const BESIDE_SHAPE: JsonSchema = {
  type: "object",
  properties: { a: { type: "string" }, b: { type: "number" } },
  patternProperties: { "^x-": { type: "string" } },
  required: ["a"],
  additionalProperties: false,
  maxProperties: 5,
};

describe("the keys of an object", () => {
  let emitted: EmittedModule;

  beforeAll(async () => {
    emitted = await loadValidators({ schemas: [...REQUIRING, BESIDE_SHAPE] });
  });

  it.each(REQUIRING.map((schema, index) => [JSON.stringify(schema), schema, index] as const))(
    "are not there where they hold undefined, as with AJV: %s",
    (_, schema, index) => {
      const oracle = createOracle(new Map())(schema);
      for (const value of [{ a: undefined }, { a: undefined, b: "x" }, { a: null }, { a: 1 }, { a: "xyz" }, {}])
        expect(emitted.is(index)(value), JSON.stringify(Object.entries(value))).toBe(oracle(value));
      expect(emitted.is(index)({ a: undefined })).toBe(false);
    },
  );

  it("are explained unknown first, then missing, then wrong", () => {
    const validate = emitted.validate(REQUIRING.length);
    expect(validate({ b: "text", stranger: 1 }, { allErrors: true })).toBe(false);
    expect(validate.errors?.map(({ keyword, instancePath }) => [keyword, instancePath])).toEqual([
      ["additionalProperties", ""],
      ["required", ""],
      ["type", "/b"],
    ]);
    validate({ b: "text", stranger: 1 });
    expect(validate.errors?.map(({ keyword }) => keyword)).toEqual(["additionalProperties"]);
  });
});
