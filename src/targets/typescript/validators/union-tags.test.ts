import type { JsonSchema } from "../../../json-schema/schema.js";
import { DOCUMENT_URI } from "../../../json-schema/resources.js";
import { describe, expect, it } from "vitest";
import { createDiagnosticList } from "../../../diagnostics/collector.js";
import { buildGraph } from "./build-graph.js";
import { createSchemaFaults } from "./schema-faults.js";
import { findTags, type TaggedBranches } from "./union-tags.js";

function tagsOf(...branches: readonly JsonSchema[]): TaggedBranches | undefined {
  const definitions = { Tick: variant({ type: { const: "tick" } }) };
  const schema = { anyOf: branches };
  const graph = buildGraph(
    { entries: [{ name: "Union", schema, base: DOCUMENT_URI }], documents: new Map([[DOCUMENT_URI, { definitions }]]) },
    createSchemaFaults(createDiagnosticList()),
  );
  return findTags(graph.entries.get("Union")?.anyOf ?? [], (node) => graph.follow(node));
}

function variant(properties: { readonly [key: string]: JsonSchema }, required = Object.keys(properties)): JsonSchema {
  return { type: "object", properties, required };
}

describe("findTags", () => {
  it("finds the constant that tells objects apart, through references and allOf", () => {
    const found = tagsOf(
      variant({ id: { type: "string" }, type: { const: "req" } }),
      { allOf: [variant({ type: { enum: ["res", 1, null] } }), { minProperties: 1 }] },
      { $ref: "#/definitions/Tick" },
    );
    expect(found?.key).toBe("type");
    expect([...(found?.branches ?? [])]).toEqual([
      ["req", [0]],
      ["res", [1]],
      [1, [1]],
      [null, [1]],
      ["tick", [2]],
    ]);
    expect(found?.others).toEqual([]);
  });

  it("sets branches of other types aside, and keeps several branches of one tag together", () => {
    const found = tagsOf(
      { type: "null" },
      variant({ k: { const: "a" } }),
      variant({ k: { const: "b" } }),
      variant({ k: { const: "a" }, x: {} }),
    );
    expect([...(found?.branches ?? [])]).toEqual([
      ["a", [1, 3]],
      ["b", [2]],
    ]);
    expect(found?.others).toEqual([0]);
  });

  it("prefers the property with the most different constants", () => {
    const found = tagsOf(
      variant({ v: { const: 1 }, kind: { const: "a" } }),
      variant({ v: { const: 1 }, kind: { const: "b" } }),
      variant({ v: { const: 2 }, kind: { const: "c" } }),
    );
    expect(found?.key).toBe("kind");
  });

  it.each<[string, readonly JsonSchema[]]>([
    ["a tag is optional", [variant({ k: { const: "a" } }), variant({ k: { const: "b" } }, [])]],
    ["a tag is open", [variant({ k: { const: "a" } }), variant({ k: { type: "string" } })]],
    ["all constants are the same", [variant({ k: { const: "a" } }), variant({ k: { const: "a" } })]],
    [
      "other types than objects are valid",
      [variant({ k: { const: "a" } }), { ...Object(variant({ k: { const: "b" } })), type: ["object", "null"] }],
    ],
    ["every object has the property", [variant({ toString: { const: "a" } }), variant({ toString: { const: "b" } })]],
    ["there is one object", [variant({ k: { const: "a" } }), { type: "string" }]],
  ])("finds none where %s", (_, branches) => {
    expect(tagsOf(...branches)).toBeUndefined();
  });
});
