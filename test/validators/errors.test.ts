import type { JsonSchema } from "../../src/json-schema/schema.js";
import { beforeAll, describe, expect, it } from "vitest";
import { type EmittedModule, loadValidators } from "./load-validators.js";

const EVENT: JsonSchema = {
  type: "object",
  properties: {
    type: { const: "event" },
    event: { type: "string", minLength: 1 },
    payload: {},
    seq: { type: "integer", minimum: 0 },
  },
  required: ["type", "event"],
  additionalProperties: false,
};
const FRAME: JsonSchema = {
  anyOf: [
    {
      type: "object",
      properties: { type: { const: "req" }, id: { type: "string" }, method: { type: "string" } },
      required: ["type", "id", "method"],
      additionalProperties: false,
    },
    {
      type: "object",
      properties: { type: { const: "res" }, id: { type: "string" }, ok: { type: "boolean" } },
      required: ["type", "id", "ok"],
      additionalProperties: false,
    },
    EVENT,
  ],
};
const ORDER: JsonSchema = {
  type: "object",
  properties: {
    mode: { anyOf: [{ const: "now" }, { const: "later" }] },
    priority: { enum: [1, 2, 3] },
    name: { type: ["string", "null"], maxLength: 3 },
    owner: { anyOf: [{ type: "string" }, { type: "null" }] },
    when: {
      anyOf: [
        {
          type: "object",
          properties: { at: { type: "object", properties: { ms: { type: "number" } } } },
          required: ["at"],
        },
        { type: "string" },
      ],
    },
    either: {
      anyOf: [
        { type: "object", required: ["a"] },
        { type: "object", required: ["b"] },
      ],
    },
    one: { oneOf: [{ type: "number" }, { type: "integer", minimum: 5 }] },
    tags: {
      type: "array",
      items: { type: "string", pattern: "^[a-z]+$" },
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
    },
    pair: { type: "array", items: [{ type: "string" }, { type: "number" }], additionalItems: false },
    labels: {
      type: "object",
      additionalProperties: { type: "number" },
      propertyNames: { maxLength: 4 },
      maxProperties: 2,
    },
    extra: { type: "object", patternProperties: { "^x-": { type: "number" } }, additionalProperties: false },
    id: { type: "string", format: "uuid" },
    step: { type: "number", multipleOf: 0.1, exclusiveMaximum: 1 },
    not: { not: { type: "string" } },
    some: { type: "array", contains: { const: 1 } },
    link: { type: "object", dependencies: { user: ["password"], "a/b": { required: ["c"] } } },
    choice: JSON.parse(
      `{ "type": "object", "if": { "required": ["a"] }, "then": { "required": ["b"] },
         "else": { "properties": { "c": { "type": "number" } } } }`,
    ),
    both: {
      allOf: [
        { type: "object", required: ["a"] },
        { type: "object", required: ["b"] },
      ],
    },
    closed: false,
    constant: { const: { a: [1] } },
    "a/b": { type: "object", properties: { "c~d e": { type: "string" } } },
    node: { $ref: "#/definitions/Node" },
  },
};
const NODE: JsonSchema = {
  type: "object",
  properties: { value: { type: "number" }, next: { $ref: "#/definitions/Node" } },
  required: ["value"],
  additionalProperties: false,
};

let emitted: EmittedModule;

beforeAll(async () => {
  emitted = await loadValidators({
    schemas: [FRAME, ORDER, NODE],
    definitions: { Frame: FRAME, Order: ORDER, Node: NODE },
  });
});

/** Every error and then the first, as people read them and as programs do. */
function explain(index: number, value: unknown): string {
  const validate = emitted.validate(index);
  const valid = validate(value, { allErrors: true });
  const all = validate.errors;
  validate(value);
  expect(validate.errors).toEqual(valid ? null : all?.slice(0, 1));
  const lines = (all ?? []).map(
    ({ instancePath, schemaPath, keyword, params }) =>
      `    ${instancePath || "''"} ${schemaPath} ${keyword} ${JSON.stringify(params)}`,
  );
  return [
    JSON.stringify(value),
    ...emitted
      .formatErrors(all)
      .split("\n")
      .map((line) => `  ${line}`),
    ...lines,
  ].join("\n");
}

describe("errors of a tagged union", () => {
  it.each([
    ["an event with a misspelt key", { type: "event", event: "tick", sequ: 1 }],
    ["a misspelt required key", { type: "req", id: "1", methd: "x" }],
    ["swapped letters", { type: "res", id: "1", ko: true }],
    ["a key unlike any other", { type: "res", id: "1", ok: true, unexpected: 1 }],
    ["a wrong value deep inside", { type: "event", event: "tick", seq: -1 }],
    ["an unknown tag", { type: "evnt", event: "tick" }],
    ["a tag of another type", { type: { a: 1 } }],
    ["no tag", { event: "tick" }],
    ["no object", "tick"],
    ["nothing", undefined],
    ["an array", [{ type: "event" }]],
  ])("are one precise error for %s", (_, value) => {
    const validate = emitted.validate(0);
    expect(validate(value, { allErrors: true })).toBe(false);
    const count = value !== null && typeof value === "object" && "methd" in value ? 2 : 1;
    const wanted = value !== null && typeof value === "object" && "ko" in value ? 2 : count;
    expect(validate.errors).toHaveLength(wanted);
  });

  it("read well", async () => {
    const values = [
      { type: "event", event: "tick", sequ: 1 },
      { type: "req", id: "1", methd: "x" },
      { type: "res", id: "1", ok: true, unexpected: 1 },
      { type: "event", event: "", seq: -1 },
      { type: "evnt", event: "tick" },
      { type: { a: 1 } },
      { event: "tick" },
      "tick",
      null,
    ];
    await expect(values.map((value) => explain(0, value)).join("\n\n")).toMatchFileSnapshot(
      "__golden__/union-errors.txt",
    );
  });
});

describe("errors of every keyword", () => {
  it("have AJV's shape and read well", async () => {
    const values = [
      { mode: "then", priority: 4 },
      { mode: {}, priority: null },
      { name: 5 },
      { name: "😀😀😀😀" },
      { owner: 5 },
      { when: { at: { ms: "x" } } },
      { when: 5 },
      { either: {} },
      { one: 7 },
      { one: "7" },
      { tags: [] },
      { tags: ["a", "B", "a"] },
      { pair: ["a", "b", "c"] },
      { labels: { a: "x", longer: 1, c: 3 } },
      { extra: { "x-a": "1", y: 1 } },
      { id: "x", step: 1.05 },
      { step: 0.3 },
      { not: "text" },
      { some: [2] },
      { link: { user: 1, "a/b": 1 } },
      { choice: { a: 1 } },
      { choice: { c: "x" } },
      { both: {} },
      { closed: 1, constant: { a: [2] } },
      { "a/b": { "c~d e": 1 } },
      { node: { value: 1, next: { value: "x", nxt: {} } } },
      5,
    ];
    await expect(values.map((value) => explain(1, value)).join("\n\n")).toMatchFileSnapshot(
      "__golden__/keyword-errors.txt",
    );
  });

  it("are gone after a value that is valid", () => {
    const validate = emitted.validate(2);
    expect(validate({ value: "x" })).toBe(false);
    expect(validate.errors).toHaveLength(1);
    expect(validate({ value: 1 })).toBe(true);
    expect(validate.errors).toBeNull();
  });
});

describe("assert", () => {
  it("throws an error that carries the errors and says them", () => {
    const assert = emitted.assert(2);
    expect(() => assert({ value: 1 })).not.toThrow();
    let thrown: unknown;
    try {
      assert({ valu: 1 });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject({
      name: "ValidationFailure",
      message: "S2: the value must NOT have additional property 'valu', did you mean 'value'?",
      errors: [{ keyword: "additionalProperties", params: { additionalProperty: "valu", suggestion: "value" } }],
    });
  });
});
