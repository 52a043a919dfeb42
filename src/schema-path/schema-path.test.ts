import { describe, expect, it } from "vitest";
import { innerSchemas } from "./inner-schemas.js";
import { definitionPath, indexedPath, keywordPath, parseSchemaPath, pointerPath, propertyPath } from "./schema-path.js";

describe("a schema path", () => {
  it.each([
    ["CronJob", ["CronJob"]],
    ["Ästchen.größe", ["Ästchen", "größe"]],
    [definitionPath("chat.event"), ["chat.event"]],
    [propertyPath(definitionPath("odd-name"), 'at "ms"'), ["odd-name", 'at "ms"']],
    [indexedPath(keywordPath("List", "items"), "anyOf", 12), ["List", "items", "anyOf", 12]],
    [propertyPath("Flags.patternProperties", "^(.*)$"), ["Flags", "patternProperties", "^(.*)$"]],
  ])("%s is read as it was written", (path, steps) => {
    expect(parseSchemaPath(path)).toEqual(steps);
  });

  it.each([
    [["properties", "schedule", "anyOf", "1"], "CronJob.schedule.anyOf[1]"],
    [["properties", "0"], 'CronJob["0"]'],
    [["items", "items"], "CronJob.items.items"],
    [["items", "2", "additionalProperties"], "CronJob.items[2].additionalProperties"],
    [["patternProperties", "0"], 'CronJob.patternProperties["0"]'],
    [[], "CronJob"],
  ])("says where the pointer %j leads", (tokens, path) => {
    expect(pointerPath("CronJob", tokens)).toBe(path);
  });

  it("names every schema inside another, one that it carries under the keys of its own", () => {
    const leaf = {};
    const schema = {
      $defs: { Node: { properties: { kids: leaf } }, Leaf: { items: [leaf] } },
      $ref: "Node",
      anyOf: [leaf],
      not: leaf,
      default: leaf,
      dependencies: { a: ["b"], c: leaf },
    };
    expect(innerSchemas("Tree", schema).map(({ path }) => path)).toEqual([
      "Tree.kids",
      "Tree.$defs.Node",
      "Tree.$defs.Leaf",
      "Tree.anyOf[0]",
      "Tree.not",
      "Tree.dependencies.c",
    ]);
  });
});
