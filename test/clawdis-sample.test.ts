import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ProtocolSchemas } from "../fixtures/clawdis/schema.js";

const expected: { readonly definitions: Readonly<Record<string, unknown>> } = JSON.parse(
  readFileSync(new URL("../fixtures/clawdis/expected.schema.json", import.meta.url), "utf8"),
);

describe("the Clawdis registry", () => {
  it("has the definitions of the published document, in its order", () => {
    expect(Object.keys(ProtocolSchemas)).toEqual(Object.keys(expected.definitions));
  });

  it.each(Object.entries(ProtocolSchemas))("%s is the published definition, key order included", (name, schema) => {
    expect(JSON.stringify(schema)).toBe(JSON.stringify(expected.definitions[name]));
  });
});
