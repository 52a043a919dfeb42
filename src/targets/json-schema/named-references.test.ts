import { describe, expect, it } from "vitest";
import { withNamedReferences } from "./named-references.js";

describe("withNamedReferences", () => {
  it("replaces what stands exactly, wherever it stands", () => {
    const schema = {
      properties: {
        "a/b~c": { type: "string" },
        list: { type: "array", items: [{ type: "null" }, { type: "string" }] },
      },
    };
    const uses = [
      { pointer: "/properties/a~1b~0c", target: "Text", exact: true },
      { pointer: "/properties/list/items/1", target: "odd name/~", exact: true },
    ];
    expect(withNamedReferences({ schema, uses })).toEqual({
      properties: {
        "a/b~c": { $ref: "#/definitions/Text" },
        list: { type: "array", items: [{ type: "null" }, { $ref: "#/definitions/odd%20name~1~0" }] },
      },
    });
  });

  it("leaves what is only alike, so that no annotation is lost", () => {
    const schema = { properties: { a: { type: "string", description: "Said here alone." } } };
    const uses = [{ pointer: "/properties/a", target: "Text", exact: false }];
    expect(withNamedReferences({ schema, uses })).toBe(schema);
  });

  it("keeps the order of keys, one that looks like a prototype too", () => {
    const schema = JSON.parse('{"required":["__proto__"],"properties":{"__proto__":{"type":"string"},"a":{}}}');
    const uses = [{ pointer: "/properties/a", target: "A", exact: true }];
    expect(JSON.stringify(withNamedReferences({ schema, uses }))).toBe(
      '{"required":["__proto__"],"properties":{"__proto__":{"type":"string"},"a":{"$ref":"#/definitions/A"}}}',
    );
  });
});
