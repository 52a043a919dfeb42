import { describe, expect, it } from "vitest";
import type { Declaration } from "../../ir/types.js";
import { nestedName, type ProtocolNaming, singular } from "./nested-name.js";

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

const naming: ProtocolNaming = {
  spell: (text) => text.replace(/(^|-)./g, (start) => start.slice(-1).toUpperCase()),
  variants: () => ["AtTime", "Text"],
  items: (name) => singular(name) ?? `${name}Item`,
  values: (name) => singular(name) ?? `${name}Value`,
  value: (name) => `${name}Inner`,
};

describe("nestedName", () => {
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
    expect(nestedName(steps, parent, naming)).toBe(name);
  });

  it("names variants as the union does", () => {
    expect(nestedName([{ kind: "variant", index: 0 }], parent, naming)).toBe("AtTime");
    expect(nestedName([{ kind: "variant", index: 1 }], parent, naming)).toBe("Text");
  });

  it("names what cannot be spelt by its kind", () => {
    expect(nestedName([{ kind: "property", wireName: "" }, { kind: "value" }], parent, naming)).toBe("PropertyInner");
  });
});
