import { describe, expect, it } from "vitest";
import { referenceTo } from "../src/json-schema/references.js";
import type { JsonObject } from "../src/support/json.js";
import { changesBetween } from "./support/breaking-fixture.js";

/** A definition that refers to itself, and one that holds it. */
function tree(name: string, limit: number): JsonObject {
  const $ref = referenceTo(name);
  const label = { type: "string", maxLength: limit };
  const node = { type: "object", properties: { label, kids: { type: "array", items: { $ref } } }, required: ["label"] };
  return { definitions: { [name]: node, HolderParams: { type: "object", properties: { root: { $ref } } } } };
}

function list(item: string): JsonObject {
  return { type: "array", items: { $ref: referenceTo(item) } };
}

/** A definition that refers to a part of another one. */
function pointing(limit: number): JsonObject {
  return {
    definitions: {
      Base: { type: "object", properties: { name: { type: "string", maxLength: limit } } },
      UseParams: { type: "object", properties: { it: { $ref: "#/definitions/Base/properties/name" } } },
    },
  };
}

describe("a comparison of definitions that refer to themselves", () => {
  it.each(["Node", "Ästchen", "a/b", "a~b", "a%b", "a%41", "with spaces", "a#b", "日本"])(
    "finds what breaks, with an example inside its holder, where one is called %s",
    async (name) => {
      const changes = await changesBetween({ previous: tree(name, 9), current: tree(name, 4) });
      const breaking = changes.filter(({ severity }) => severity === "breaking");
      expect(breaking.map(({ rule }) => rule)).toEqual(["string-same-length"]);
      expect(breaking[0]?.witnesses.map(({ subject }) => subject)).toContain("HolderParams");
    },
  );

  it("ends where references of the two versions lead round in circles of their own", async () => {
    const changes = await changesBetween({
      previous: { definitions: { A: list("A"), B: { ...list("B"), maxItems: 2 } } },
      current: { definitions: { A: list("B"), B: { ...list("A"), maxItems: 3 } } },
    });
    expect(changes.length).toBeGreaterThan(0);
  });

  it("follows a reference into a part of a definition", async () => {
    const changes = await changesBetween({ previous: pointing(9), current: pointing(4) });
    expect(changes.map(({ rule, severity }) => [rule, severity])).toContainEqual(["string-same-length", "breaking"]);
  });
});
