import type { JsonSchema } from "../json-schema/schema.js";
import { type Definitions, definitionsOf } from "../json-schema/references.js";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { isJsonObject, type JsonValue } from "../support/json.js";
import { createAcceptor } from "./accepts.js";
import { mutate } from "./mutate.js";
import { createRandom } from "./random.js";
import { validInstances } from "./valid-instances.js";

const REGISTRY = new URL("../../node_modules/@openclaw/gateway-protocol/protocol.schema.json", import.meta.url);
const registry: JsonValue = JSON.parse(readFileSync(REGISTRY, "utf8"));
const definitions: Definitions = isJsonObject(registry) ? definitionsOf(registry) : new Map();
const ajv = new Ajv({ strict: false, logger: false });
addFormats.default(ajv);

/** Written as text: an object literal with a `then` looks like a promise. */
const CONDITIONAL: JsonSchema = JSON.parse(
  `{"type":"object","properties":{"k":{"enum":["p","q"]},"n":{}},"required":["k"],"if":{"properties":{"k":{"const":"p"}}},"then":{"required":["n"]}}`,
);
const instancesOf = (schema: JsonSchema, count = 60): readonly JsonValue[] =>
  validInstances(schema, { definitions: new Map([["Node", NODE]]), seed: 3, count });
const NODE: JsonSchema = {
  type: "object",
  properties: { value: { type: "integer" }, children: { type: "array", items: { $ref: "#/definitions/Node" } } },
  required: ["value"],
  additionalProperties: false,
};

describe("validInstances", () => {
  it("makes 20 valid instances of every definition of the real registry, or as many as there are", async () => {
    const few: string[] = [];
    const disagreements: string[] = [];
    const accepts = createAcceptor(definitions);
    let refused = 0;
    for (const [name, schema] of definitions) {
      const validate = ajv.compile(schema);
      const instances = validInstances(schema, { definitions, seed: 7, count: 20 });
      const wrong = instances.filter((instance) => !validate(instance));
      expect(wrong, `${name}: ${ajv.errorsText(validate.errors)}`).toEqual([]);
      if (instances.length < 20) few.push(`${name}: ${instances.length}`);
      const random = createRandom(instances.length);
      const hasFormat = JSON.stringify(schema).includes('"format"');
      for (const instance of instances) {
        const near = mutate(instance, schema, random);
        if (!hasFormat && validate(near) !== accepts(schema, near))
          disagreements.push(`${name}: ${JSON.stringify(near)}`);
        if (!validate(near)) refused += 1;
      }
    }
    expect(definitions.size).toBe(877);
    expect(refused).toBeGreaterThan(5_000);
    expect(disagreements).toEqual([]);
    await expect(`${few.join("\n")}\n`).toMatchFileSnapshot("__golden__/definitions-with-few-instances.txt");
  });

  it("gives the same instances for the same seed, and others for another", () => {
    const [first, again, other] = [1, 1, 2].map((seed) =>
      validInstances(NODE, { definitions: new Map(), seed, count: 200 }),
    );
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
  });

  it("starts with what must be there, then with all that may be", () => {
    const [smallest, fullest] = instancesOf({
      type: "object",
      required: ["a"],
      properties: { a: { type: "null" }, b: { type: "null" } },
    });
    expect([smallest, fullest]).toEqual([{ a: null }, { a: null, b: null }]);
  });

  it("visits every constant, every variant, both ends of ranges and text beyond the basic plane", () => {
    const values = Array.from({ length: 40 }, (_, index) => `v${index}`);
    expect(instancesOf({ enum: values })).toEqual(values);
    expect(instancesOf({ type: "integer", minimum: -5, maximum: 9 })).toEqual(
      expect.arrayContaining([-5, -4, 0, 8, 9]),
    );
    expect(instancesOf({ type: "integer" })).toEqual(
      expect.arrayContaining([2 ** 53, -(2 ** 53), 2 ** 63, -(2 ** 63), 1e21]),
    );
    const texts = instancesOf({ type: "string", minLength: 2, maxLength: 5 });
    expect(texts).toEqual(expect.arrayContaining(["xx", "xxxxx", "😀😀", "😀😀😀😀😀"]));
    const kinds = instancesOf({
      anyOf: [{ type: "string" }, { type: "null" }, { type: "array", items: { type: "boolean" } }],
    });
    expect(new Set(kinds.map((kind) => (kind === null ? "null" : typeof kind)))).toEqual(
      new Set(["string", "null", "object"]),
    );
  });

  it("ends recursion", () => {
    const deep = instancesOf({ $ref: "#/definitions/Node" });
    expect(deep).toHaveLength(60);
    expect(deep.some((instance) => JSON.stringify(instance).includes('"children":[{"value":'))).toBe(true);
  });

  it.each<JsonSchema>([
    { type: "object", properties: { a: {}, b: {}, c: {} }, not: { required: ["a", "b"] } },
    {
      type: "object",
      properties: { a: {}, b: {} },
      oneOf: [
        { required: ["a"], not: { required: ["b"] } },
        { required: ["b"], not: { required: ["a"] } },
      ],
    },
    { type: "array", items: { enum: ["x", "y", "z"] }, uniqueItems: true, contains: { const: "z" } },
    {
      type: "object",
      additionalProperties: { type: "integer" },
      propertyNames: { pattern: "^[a-z]{2}$" },
      minProperties: 2,
      maxProperties: 3,
    },
    { type: "object", properties: { a: { type: "string" }, b: { type: "null" } }, dependencies: { a: ["b"] } },
    {
      allOf: [
        { type: "object", required: ["a"] },
        { properties: { a: { type: "number", minimum: 1 } } },
        { properties: { a: { maximum: 2 } } },
      ],
    },
    { type: "string", pattern: "^(?!.*--)[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$", minLength: 3 },
    CONDITIONAL,
    { type: "string", pattern: "^\\S(?:.*\\S)?$" },
    { type: "string", pattern: "^(0|[1-9][0-9]*)px$" },
    { type: "string", format: "uuid" },
    { type: ["string", "null"], minLength: 3 },
    { type: "number", multipleOf: 0.5, exclusiveMinimum: 0 },
    { type: "array", items: [{ type: "string" }, { type: "number" }], additionalItems: false, minItems: 2 },
  ])("makes several valid instances of %j", (schema) => {
    const validate = ajv.compile(schema);
    const instances = instancesOf(schema, 10);
    expect(instances.length).toBeGreaterThan(2);
    expect(instances.filter((instance) => !validate(instance))).toEqual([]);
  });

  it("makes nothing where nothing is valid", () => {
    expect(instancesOf(false)).toEqual([]);
    expect(instancesOf({ type: "object", required: ["a"], properties: { a: false } })).toEqual([]);
    expect(instancesOf({ allOf: [{ const: 1 }, { const: 2 }] })).toEqual([]);
  });
});
