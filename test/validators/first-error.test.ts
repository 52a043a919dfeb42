import type { JsonSchema } from "../../src/json-schema/schema.js";
import { expect, it } from "vitest";
import type { JsonValue } from "../../src/support/json.js";
import { loadValidators } from "./load-validators.js";

const CHAIN: JsonSchema = {
  type: "object",
  properties: { value: { type: "number" }, next: { $ref: "#/definitions/Chain" } },
  additionalProperties: false,
};
const CHOICES: JsonSchema = {
  oneOf: [
    {
      type: "object",
      properties: { kind: { const: "a" }, size: { type: "number" }, name: { type: "string" } },
      required: ["kind"],
      additionalProperties: false,
    },
    {
      type: "object",
      properties: { kind: { enum: ["b", "c"] }, size: { type: "string" } },
      required: ["kind"],
    },
    { type: "object", properties: { kind: { const: "c" }, name: { type: "number" } }, required: ["kind"] },
  ],
};
const EMPTY: JsonSchema = {
  type: "object",
  properties: { "": { type: "number" }, at: { type: "object", properties: { id: {} }, required: ["id"] } },
  required: ["", "at"],
};
const PARTS: JsonSchema = {
  type: "object",
  properties: { part: { allOf: [{ $ref: "#/definitions/Empty" }, { $ref: "#/definitions/Choices" }] } },
};
const definitions = { Chain: CHAIN, Empty: EMPTY, Choices: CHOICES };
const SCHEMAS = [CHAIN, CHOICES, EMPTY, PARTS];

function chain(depth: number, end: JsonValue): JsonValue {
  return depth === 0 ? end : { value: 1, next: chain(depth - 1, end) };
}

const VALUES: readonly (readonly [what: string, schema: number, value: JsonValue, path: string])[] = [
  ...[0, 1, 30, 31, 32, 33, 63, 64, 65, 120].map(
    (depth) => [`${depth} levels down`, 0, chain(depth, { value: "x" }), `${"/next".repeat(depth)}/value`] as const,
  ),
  ["an unknown key 40 levels down", 0, chain(40, { valu: 1 }), "/next".repeat(40)],
  ["a branch of several that were tried", 1, { kind: "a", name: "x", size: "large" }, "/size"],
  ["a branch that another one followed", 1, { kind: "b", name: "x", size: 1 }, "/size"],
  ["a required key beside an empty one", 2, { "": 1 }, ""],
  ["an empty key that is missing", 2, { at: { id: 1 } }, ""],
  ["an empty key", 2, { at: { id: 1 }, "": "x" }, "/"],
  ["a required key further down", 2, { "": 1, at: {} }, "/at"],
  ["the second of all parts", 3, { part: { "": 1, at: { id: 1 }, kind: "b", size: 1 } }, "/part/size"],
];

it.each(VALUES)("the first error is at its place: %s", async (_, schema, value, path) => {
  const emitted = await loadValidators({ schemas: SCHEMAS, definitions });
  const validate = emitted.validate(schema);
  // What was refused before leaves keys behind that must not mislead.
  for (const [, other, earlier] of VALUES) emitted.is(other)(earlier);
  expect(validate(value)).toBe(false);
  const first = validate.errors;
  expect(first?.map(({ instancePath }) => instancePath)).toEqual([path]);
  validate(value, { allErrors: true });
  expect(validate.errors?.[0]).toEqual(first?.[0]);
});
