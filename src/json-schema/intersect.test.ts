import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../support/json.js";
import { intersect } from "./intersect.js";
import type { JsonSchema } from "./schema.js";

// prettier-ignore
const VALUES: readonly JsonValue[] = [
  null, true, -3, 0, 1, 1.5, 2, 3, 4, 6, 12, "", "a", "b", "ab", "abc", "abcd",
  [], [1], [1, 1], ["a", 1], [1, 2, 3], [null, "a", 2, 3],
  {}, { a: 1 }, { a: "x" }, { b: 1 }, { a: 1, b: "x" }, { "x-a": 1 }, { a: 1, b: 2, c: 3 },
];

const SCHEMAS: readonly JsonSchema[] = [
  true,
  { description: "says nothing" },
  { type: "integer" },
  { type: ["number", "string", "null"] },
  { type: "object" },
  { minimum: 1, maximum: 4, multipleOf: 2 },
  { minimum: 0, maximum: 3, multipleOf: 3 },
  { exclusiveMinimum: 0, exclusiveMaximum: 4 },
  { exclusiveMinimum: 1, exclusiveMaximum: 12 },
  { minLength: 1, maxLength: 3, pattern: "a" },
  { minLength: 2, maxLength: 4, pattern: "b" },
  { minItems: 1, maxItems: 3, uniqueItems: true, items: { type: "number" } },
  { minItems: 2, maxItems: 4, items: [true, { type: ["number", "string"] }], additionalItems: { minimum: 3 } },
  { contains: { const: 1 }, items: [{ type: ["number", "null"] }], additionalItems: false },
  { contains: { const: 2 } },
  { minProperties: 1, maxProperties: 2, propertyNames: { maxLength: 1 } },
  { minProperties: 2, maxProperties: 3, propertyNames: { pattern: "[ab]" } },
  { type: "object", properties: { a: { type: "number" } }, required: ["a"], additionalProperties: false },
  { properties: { b: { type: "string" } }, additionalProperties: { type: "integer" } },
  { patternProperties: { "^x-": { type: "string" } }, additionalProperties: { minimum: 0 } },
  { dependencies: { a: ["b"], b: { minProperties: 2 } } },
  { dependencies: { a: { maxProperties: 2 }, b: ["a"] } },
  { enum: [1, "a", null, { a: 1 }] },
  { enum: [1, 2, "ab"] },
  { const: 1 },
  { anyOf: [{ type: "string" }, { type: "null" }, { const: 2 }] },
  { oneOf: [{ minimum: 2 }, { multipleOf: 3 }] },
  { type: ["number", "string"], anyOf: [{ const: "a" }, { minimum: 3 }] },
  { not: { type: "string" } },
  { not: { minimum: 2 } },
  { if: { type: "string" }, then: { minLength: 2 }, else: { not: { type: "array" } } },
  { if: { type: "number" }, then: { maximum: 2 } },
  { allOf: [{ type: "number" }, { minimum: 2 }] },
];

const ajv = new Ajv({ strict: false, logger: false });
const accepting = (schema: JsonSchema): readonly JsonValue[] => {
  const validate = ajv.compile(schema);
  return VALUES.filter((value) => validate(value));
};

function closed(name: string): JsonObject {
  return { type: "object", properties: { [name]: true }, additionalProperties: false };
}

describe("an intersection", () => {
  it.each(SCHEMAS.map((schema) => [JSON.stringify(schema), schema] as const))(
    "with %s accepts what both accept and nothing else",
    (_, left) => {
      const own = new Set(accepting(left));
      for (const right of SCHEMAS) {
        const both = accepting(right).filter((value) => own.has(value));
        expect(accepting(intersect(left, right)), JSON.stringify(right)).toEqual(both);
      }
    },
  );

  it.each<[JsonSchema, JsonSchema, JsonSchema]>([
    [{ type: "number" }, { type: "integer" }, { type: "integer" }],
    [{ type: "string" }, { enum: ["a", 1] }, { type: "string", enum: ["a"] }],
    [{ anyOf: [{ type: "string" }, { type: "null" }] }, { type: "string" }, { type: "string" }],
    [{ const: 1 }, { const: 2 }, false],
    [{ type: "string" }, { type: "null" }, false],
    [{ pattern: "a" }, { pattern: "b" }, { pattern: "a", allOf: [{ pattern: "b" }] }],
  ])("of %j and %j is %j", (left, right, expected) => {
    expect(intersect(left, right)).toEqual(expected);
  });

  it("of closed objects refuses what either does not know", () => {
    expect(intersect(closed("a"), closed("b"))).toEqual({
      type: "object",
      properties: { a: false, b: false },
      additionalProperties: false,
    });
    expect(intersect({ ...closed("a"), required: ["a"] }, closed("b"))).toBe(false);
  });
});
