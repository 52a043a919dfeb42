import { describe, expect, it } from "vitest";
import { loadValidators } from "./load-validators.js";
import type { JsonSchema } from "../../src/json-schema/schema.js";

const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

const definitions: Readonly<Record<string, JsonSchema>> = {
  Tree: { type: "object", properties: { name: { type: "string" }, kids: { type: "array", items: ref("Tree") } } },
  Json: {
    anyOf: [
      { type: ["string", "number", "boolean", "null"] },
      { type: "array", items: ref("Json") },
      { type: "object", additionalProperties: ref("Json") },
    ],
  },
  Frame: { type: "object", properties: { body: { type: "object", properties: { tree: ref("Tree") } } } },
  Not: { not: ref("Tree") },
  One: { oneOf: [ref("Tree"), { type: "string" }] },
  Set: { type: "array", uniqueItems: true },
  Objects: { type: "array", uniqueItems: true, items: { type: "object" } },
  Names: { type: "array", uniqueItems: true, items: { type: "string" } },
  Keys: { type: "object", propertyNames: { anyOf: [ref("Tree"), { uniqueItems: true }, { minLength: 9 }] } },
  Loop: { type: "object", properties: { next: ref("Loop"), value: { type: "integer" } }, required: ["value"] },
};
const names = Object.keys(definitions);
const module = await loadValidators({ schemas: names.map(ref), definitions });

const LIMIT = "must not be nested deeper than 128";

/** What validators of every kind say of a value: they have to agree. */
function verdict(name: string, value: unknown, all = false): string {
  const index = names.indexOf(name);
  const validate = module.validate(index);
  const valid = validate(value, { allErrors: all });
  expect(module.is(index)(value)).toBe(valid);
  const assert = (): void => module.assert(index)(value);
  if (valid) expect(assert).not.toThrow();
  else expect(assert).toThrow(new RegExp(`^S${index}:`));
  return valid ? "valid" : (validate.errors ?? []).map(({ message }) => message).join("; ");
}

/** A value inside `depth` others, made from the inside out. */
function nest(depth: number, wrap: (value: unknown) => unknown, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}

const tree = (levels: number): unknown => nest(levels, (kid) => ({ kids: [kid] }), {});
const list = (levels: number): unknown => nest(levels - 1, (item) => [item], []);

describe("values that nest deep", () => {
  it("are no keys: schemas of names that could count need nobody who does", () => {
    expect(verdict("Keys", { a: tree(200) })).toBe("valid");
  });

  it("are valid down to the limit, and have one error below it", () => {
    expect(verdict("Json", list(128))).toBe("valid");
    expect(
      verdict(
        "Json",
        nest(128, (item) => [item], "text"),
      ),
    ).toBe("valid");
    expect(verdict("Json", list(129))).toBe(LIMIT);
    expect(verdict("Tree", tree(63))).toBe("valid");
    expect(verdict("Tree", tree(64))).toBe(LIMIT);
  });

  it("are counted from the whole value, whatever is around what repeats", () => {
    expect(verdict("Frame", { body: { tree: tree(62) } })).toBe("valid");
    expect(verdict("Frame", { body: { tree: tree(63) } })).toBe(LIMIT);
  });

  it.each(["Tree", "Json", "Frame", "Not", "One", "Loop"])("are refused by %s however deep they are", (name) => {
    const deep = name === "Frame" ? { body: { tree: tree(50_000) } } : tree(50_000);
    const loop = nest(100_000, (next) => ({ next, value: 1 }), undefined);
    expect(verdict(name, name === "Loop" ? loop : deep)).toBe(LIMIT);
    expect(verdict(name, name === "Loop" ? loop : deep, true)).toBe(LIMIT);
  });

  it("are met by explanations that go on after the first fault", () => {
    const value = nest(100_000, (next) => ({ value: "no", next }), undefined);
    expect(verdict("Loop", value)).toBe("must be integer");
    const all = verdict("Loop", value, true);
    expect(all).toContain("must be integer; ");
    expect(all.endsWith(LIMIT)).toBe(true);
  });

  it("may contain themselves", () => {
    const node: Record<string, unknown> = { value: 1, name: "n" };
    Object.assign(node, { next: node, kids: [node, node] });
    for (const name of ["Tree", "Json", "Not", "One", "Loop"]) expect(verdict(name, node)).toBe(LIMIT);
    const items: unknown[] = [];
    items.push(items, [items]);
    for (const name of ["Json", "Set"]) expect(verdict(name, items)).toBe(LIMIT);
  });

  it("say where the limit is passed", () => {
    const validate = module.validate(names.indexOf("Json"));
    validate(nest(200, (item) => ({ a: 1, "b/c": item }), {}));
    expect(validate.errors).toEqual([
      {
        instancePath: "/b~1c".repeat(128),
        schemaPath: "#",
        keyword: "nesting",
        params: { limit: 128 },
        message: LIMIT,
      },
    ]);
  });

  it("cost what does not repeat nothing", () => {
    const counting = module.source.split("\n").filter((line) => line.includes("d = 0"));
    expect(counting.length).toBeGreaterThan(5);
    const plain = names.indexOf("Names");
    expect(module.source).toMatch(new RegExp(`isS${plain} = a_[0-9a-f]+ as `));
  });

  it("is no argument of the exported functions", () => {
    const isJson = module.is(names.indexOf("Json"));
    expect(Array.from({ length: 300 }, () => [[1]]).every(isJson)).toBe(true);
  });
});

describe("uniqueItems", () => {
  it.each<[boolean, readonly unknown[]]>([
    [
      false,
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
    [true, [{ a: 1 }, { a: "1" }, { a: [1] }, { a: true }, { a: null }, {}, { b: 1 }]],
    [false, [[0], [-0]]],
    [false, [1, 1.0]],
    [true, [1, true, 0, false, null, "", "1", "null", [], {}, [null], ["null"]]],
    [true, [{ a: 'x","b":"y' }, { a: "x", b: "y" }]],
    [true, [["1,2"], ["1", "2"], [1, 2], ["1,", "2"]]],
    [false, [JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":1}')]],
    [true, [JSON.parse('{"__proto__":1}'), {}]],
    [false, [[[{ a: [1, 2] }]], [[{ a: [1, 2] }]]]],
  ])("is %s for %j", (unique, value) => {
    const repeated = /^must NOT have duplicate items/;
    expect(verdict("Set", value)).toMatch(unique ? /^valid$/ : repeated);
  });

  it("takes time linear in the number of objects", () => {
    const value = Array.from({ length: 30_000 }, (_, index) => ({ id: index, name: "n", tags: [index % 7] }));
    const start = performance.now();
    expect(verdict("Objects", value)).toBe("valid");
    expect(verdict("Objects", [...value, value[20_000]])).toBe(
      "must NOT have duplicate items (items ## 20000 and 30000 are identical)",
    );
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
