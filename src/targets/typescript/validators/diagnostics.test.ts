import type { JsonSchema } from "../../../json-schema/schema.js";
import { DOCUMENT_URI } from "../../../json-schema/resources.js";
import { describe, expect, it } from "vitest";
import { createDiagnosticList } from "../../../diagnostics/collector.js";
import type { JsonValue } from "../../../support/json.js";
import { buildGraph } from "./build-graph.js";
import { createSchemaFaults } from "./schema-faults.js";

/** What is reported about one definition, named `Root`, in a document of its own. */
function reportsOn(schema: JsonSchema): readonly string[] {
  const found = createDiagnosticList();
  const graph = buildGraph(
    { entries: [{ name: "Root", schema, base: DOCUMENT_URI }], documents: new Map([[DOCUMENT_URI, schema]]) },
    createSchemaFaults(found),
  );
  for (const node of graph.entries.values()) graph.follow(node);
  return found.diagnostics.map(({ severity, code, path, message }) => `${severity} ${code} at ${path}: ${message}`);
}

describe("what is wrong with a schema", () => {
  it.each<[string, JsonSchema, string]>([
    [
      "typescript/unknown-keyword",
      { properties: { a: { minContains: 2 }, b: { minContains: 3 } } },
      'warning typescript/unknown-keyword at Root.a: the keyword "minContains" is not part of draft-07; validators do not check it',
    ],
    [
      "typescript/unknown-format",
      { anyOf: [{ format: "colour" }, { type: "array", items: { format: "colour" } }] },
      'warning typescript/unknown-format at Root.anyOf[0]: the format "colour" is unknown; validators accept every value for it',
    ],
    [
      "typescript/unresolved-ref",
      { items: { $ref: "#/definitions/Nothing" } },
      'error typescript/unresolved-ref at Root.items: the reference "#/definitions/Nothing" leads nowhere',
    ],
    [
      "typescript/circular-ref",
      { $ref: "#" },
      'error typescript/circular-ref at Root: the reference "#" leads back to itself without any schema between',
    ],
    [
      "typescript/invalid-pattern",
      { properties: { a: { pattern: "(" } } },
      'error typescript/invalid-pattern at Root.a: the pattern "(" is no regular expression: Unterminated group',
    ],
    [
      "typescript/malformed-keyword",
      { properties: { a: { minLength: "1" } } },
      'error typescript/malformed-keyword at Root.a: the keyword "minLength" must be a whole number, 0 or more',
    ],
  ])("is reported once as %s", (_, schema, expected) => {
    expect(reportsOn(schema)).toEqual([expected]);
  });

  it.each<[string, JsonValue, string]>([
    ["type", "text", "one of JSON Schema's types, or an array of them"],
    ["required", "a", "an array of property names"],
    ["required", [1], "an array of property names"],
    ["enum", "a", "an array of values"],
    ["anyOf", {}, "an array of schemas"],
    ["properties", [], "an object of schemas"],
    ["additionalProperties", "no", "a schema"],
    ["uniqueItems", 1, "true or false"],
    ["patternProperties", { "(": {} }, ""],
  ])("is found in %s of %j", (keyword, value, expected) => {
    const reports = reportsOn({ [keyword]: value });
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.join()).toContain(expected === "" ? "invalid-pattern" : `must be ${expected}`);
  });

  it("is nothing where keywords only describe", () => {
    const annotations = { title: "T", description: "d", default: 1, examples: [1], deprecated: true, $comment: "c" };
    expect(reportsOn({ ...annotations, "x-since": 1, discriminator: "type", readOnly: true, definitions: {} })).toEqual(
      [],
    );
    expect(reportsOn({ enum: [{ minContains: 1 }], const: { format: "colour" }, default: { $ref: "#/no" } })).toEqual(
      [],
    );
  });
});
