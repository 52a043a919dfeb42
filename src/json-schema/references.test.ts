import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { closureOf, definitionOf, pointerTokens, referencesIn, referenceTo, resolveReference } from "./references.js";
import type { JsonSchema } from "./schema.js";

const NAMES = [
  "Node",
  "Ästchen",
  "a/b",
  "a~b",
  "a%b",
  "a%41",
  "with spaces",
  "a#b",
  "a?b",
  "日本",
  "😀",
  "[x]",
  "~1",
  "%",
];

describe("a reference to a definition", () => {
  it.each(NAMES)("is read as it is written, and by AJV too: %s", (name) => {
    const $ref = referenceTo(name);
    expect(definitionOf($ref)).toBe(name);
    expect(pointerTokens(`${$ref}/properties/x`)).toEqual([name, "properties", "x"]);
    const validate = new Ajv({ strict: false }).compile({ definitions: { [name]: { const: 1 } }, $ref });
    expect([validate(1), validate(2)]).toEqual([true, false]);
  });

  it("keeps what has no form in a URI", () => {
    expect(definitionOf(referenceTo("a%41\ud800"))).toBe("a%41\ud800");
    expect(definitionOf("#/definitions/50%")).toBe("50%");
    expect(definitionOf("other.json#/definitions/A")).toBeUndefined();
  });

  it("leads to a definition or into one, and nowhere else", () => {
    const definitions = new Map([["A", { items: [{ type: "string" }], enum: [1] }]]);
    expect(resolveReference("#/definitions/A/items/0", definitions)).toEqual({ type: "string" });
    expect(resolveReference("#/$defs/A", definitions)).toBe(definitions.get("A"));
    for (const ref of ["#/definitions/A/enum/0", "#/definitions/B", "#", "#/definitions/A/constructor"])
      expect(resolveReference(ref, definitions)).toBeUndefined();
  });

  it("is found where schemas stand, not in constants", () => {
    const $ref = referenceTo("a/b");
    const schema = { properties: { "x/y": { $ref } }, const: { $ref: "#/definitions/C" }, default: { $ref } };
    expect(referencesIn(schema)).toEqual([{ pointer: "/properties/x~1y", name: "a/b", isWhole: true }]);
    const definitions = new Map<string, JsonSchema>([
      ["a/b", { items: { $ref: referenceTo("Ästchen") } }],
      ["Ästchen", { items: { $ref } }],
      ["C", true],
    ]);
    expect([...closureOf(schema, definitions).keys()]).toEqual(["a/b", "Ästchen"]);
  });
});
