import { describe, expect, it } from "vitest";
import type { Declaration } from "../../ir/types.js";
import { nestedTypeName } from "./nested-names.js";

const parent: Declaration = {
  kind: "union",
  id: "U",
  source: "U",
  origin: undefined,
  doc: undefined,
  deprecated: undefined,
  schema: true,
  uses: [],
  discriminator: { wireName: "kind" },
  variants: [
    { type: { kind: "null" }, source: "U.anyOf[0]", tags: ["at-time"], doc: undefined, deprecated: undefined },
    { type: { kind: "null" }, source: "U.anyOf[1]", tags: [true], doc: undefined, deprecated: undefined },
  ],
};

describe("nestedTypeName", () => {
  it.each([
    ["schedule", [], "Schedule"],
    ["tags", ["items"], "Tag"],
    ["entries", ["items"], "Entry"],
    ["boxes", ["items"], "Box"],
    ["status", ["items"], "StatusItem"],
    ["presence", ["items"], "PresenceItem"],
    ["agents", ["values"], "Agent"],
    ["env", ["values"], "EnvValue"],
    ["rows", ["items", "items"], "RowItem"],
  ] as const)("names what %s holds through %j %s", (wireName, kinds, name) => {
    const steps = [{ kind: "property" as const, wireName }, ...kinds.map((kind) => ({ kind }))];
    expect(nestedTypeName(steps, parent)).toBe(name);
  });

  it("names variants by their tags, and by their place without one", () => {
    expect(nestedTypeName([{ kind: "variant", index: 0 }], parent)).toBe("AtTime");
    expect(nestedTypeName([{ kind: "variant", index: 1 }], parent)).toBe("Variant2");
  });
});
