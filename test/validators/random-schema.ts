import type { JsonSchema } from "../../src/json-schema/schema.js";
import * as fc from "fast-check";
import type { JsonObject, JsonValue } from "../../src/support/json.js";

const KEYS = ["id", "kind", "type", "a/b", "ä", "", "x~y", "two words", "n"];
const TEXTS = ["a", "b", "req", "res", "", "😀", "long text"];
const PATTERNS = ["^a", "\\d+", "^[a-z]*$", "^.*$", "ä|b", "^\\p{L}$"];
const FORMATS = ["uuid", "date", "date-time", "ipv4", "ipv6"];

const CONDITION = ["if", "then", "else"];

const key = fc.constantFrom(...KEYS);
/** AJV does not miss a required key whose name is empty. */
const neededKey = fc.constantFrom(...KEYS.filter((name) => name !== ""));
const scalar = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.integer({ min: -3, max: 9 }),
  fc.boolean(),
  fc.constant(null),
  fc.constant(1.5),
);
const constant: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.dictionary(key, scalar, { maxKeys: 2 }) },
);
const size = fc.integer({ min: 0, max: 4 });
const type = fc.constantFrom("null", "boolean", "integer", "number", "string", "array", "object");

/** Any schema of draft-07 that AJV gets right; `#/definitions/D0` and `D1` may be referred to. */
export const randomSchema: fc.Arbitrary<JsonSchema> = fc.letrec<{ schema: JsonSchema }>((tie) => {
  const child = tie("schema");
  return {
    schema: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      { weight: 1, arbitrary: fc.boolean() },
      { weight: 3, arbitrary: fc.constant<JsonSchema>({}) },
      { weight: 8, arbitrary: scalarSchema() },
      { weight: 1, arbitrary: fc.constantFrom("D0", "D1").map((name) => ({ $ref: `#/definitions/${name}` })) },
      { weight: 6, arbitrary: objectSchema(child) },
      { weight: 4, arbitrary: arraySchema(child) },
      { weight: 4, arbitrary: combination(child) },
      { weight: 3, arbitrary: taggedUnion(child) },
      { weight: 2, arbitrary: mixture(objectSchema(child), combination(child), scalarSchema()) },
    ),
  };
}).schema;

function optional(keywords: { readonly [keyword: string]: fc.Arbitrary<JsonValue> }): fc.Arbitrary<JsonObject> {
  return fc.record<Record<string, JsonValue>>(keywords, { requiredKeys: [] });
}

function scalarSchema(): fc.Arbitrary<JsonObject> {
  const texts = optional({
    minLength: size,
    maxLength: size,
    pattern: fc.constantFrom(...PATTERNS),
    format: fc.constantFrom(...FORMATS),
  });
  const bound = fc.integer({ min: -3, max: 9 });
  const numbers = optional({
    minimum: bound,
    maximum: bound,
    exclusiveMinimum: bound,
    exclusiveMaximum: bound,
    multipleOf: fc.constantFrom(1, 2, 0.5),
  });
  const types = fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 }));
  return fc.oneof(
    types.map((name) => ({ type: name })),
    constant.map((value) => ({ const: value })),
    fc
      .uniqueArray(constant, { minLength: 1, maxLength: 9, selector: (value) => JSON.stringify(value) })
      .map((values) => ({ enum: values })),
    texts.map((keywords) => ({ type: "string", ...keywords })),
    numbers.map((keywords) => ({ type: "number", ...keywords })),
    numbers.map((keywords) => ({ type: "integer", ...keywords })),
    mixture(texts, numbers, optional({ type: types, const: constant })),
  );
}

function objectSchema(child: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonObject> {
  const keywords = optional({
    properties: fc.dictionary(key, child, { maxKeys: 4 }),
    required: fc.uniqueArray(neededKey, { maxLength: 2 }),
    additionalProperties: fc.oneof(fc.constant(false), child),
    patternProperties: fc.dictionary(fc.constantFrom(...PATTERNS), child, { maxKeys: 2 }),
    propertyNames: child,
    minProperties: size,
    maxProperties: size,
    dependencies: fc.dictionary(neededKey, fc.oneof(child, fc.uniqueArray(neededKey, { maxLength: 2 })), {
      maxKeys: 2,
    }),
  });
  return fc.tuple(fc.boolean(), keywords).map(([typed, rest]) => (typed ? { type: "object", ...rest } : rest));
}

function arraySchema(child: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonObject> {
  const sizes = { minItems: size, maxItems: size, uniqueItems: fc.boolean() };
  const lists = optional({ ...sizes, items: child, contains: child });
  // AJV accepts an empty array for `contains` beside a tuple.
  const tuples = optional({ ...sizes, items: fc.array(child, { minLength: 1, maxLength: 3 }), additionalItems: child });
  return fc
    .tuple(fc.boolean(), fc.oneof(lists, tuples))
    .map(([typed, rest]) => (typed ? { type: "array", ...rest } : rest));
}

function combination(child: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonObject> {
  const branches = fc.array(child, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    branches.map((list) => ({ allOf: list })),
    branches.map((list) => ({ anyOf: list })),
    branches.map((list) => ({ oneOf: list })),
    child.map((schema) => ({ not: schema })),
    fc
      .tuple(child, child, child)
      .map((schemas) => Object.fromEntries(schemas.map((schema, index) => [CONDITION[index] ?? "", schema]))),
  );
}

/** A union whose objects a constant tells apart, as protocols have them, now and then with something else in it. */
function taggedUnion(child: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonObject> {
  const branch = fc.tuple(constant, fc.dictionary(key, child, { maxKeys: 2 }), fc.boolean(), fc.boolean());
  const object = branch.map(([tag, properties, closed, required]): JsonSchema => ({
    type: "object",
    properties: { ...properties, type: { const: tag } },
    ...(required ? { required: ["type"] } : {}),
    ...(closed ? { additionalProperties: false } : {}),
  }));
  const branches = fc.array(fc.oneof({ weight: 6, arbitrary: object }, { weight: 1, arbitrary: child }), {
    minLength: 2,
    maxLength: 4,
  });
  return fc.tuple(fc.constantFrom("anyOf", "oneOf"), branches).map(([keyword, list]) => ({ [keyword]: list }));
}

function mixture(...parts: readonly fc.Arbitrary<JsonObject>[]): fc.Arbitrary<JsonObject> {
  return fc.tuple(...parts).map((objects) => Object.fromEntries(objects.flatMap((object) => Object.entries(object))));
}

/** Values that have something to do with the schemas: their keys, constants and types, at random. */
export const randomValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: fc.constantFrom("2026-01-31", "127.0.0.1", "::1", "3f2504e0-4f89-41d3-9a0c-0305e82c3301") },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
    { weight: 4, arbitrary: fc.dictionary(key, tie("value"), { maxKeys: 4 }) },
    { weight: 2, arbitrary: fc.dictionary(fc.constantFrom("type", "id", "n"), scalar, { minKeys: 1, maxKeys: 3 }) },
  ),
})).value;
