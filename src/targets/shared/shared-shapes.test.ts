import { describe, expect, it } from "vitest";
import type { Declaration, Protocol } from "../../ir/types.js";
import { findSharedShapes } from "./shared-shapes.js";

function shape(id: string, parent: string | undefined, text: string): Declaration {
  return {
    kind: "object",
    id,
    source: id,
    origin: parent === undefined ? undefined : { parent, steps: [{ kind: "property", wireName: "p" }] },
    doc: undefined,
    deprecated: undefined,
    schema: { type: "object", description: text },
    uses: [],
    properties: [],
    additional: { kind: "closed" },
    patterns: [],
    constraints: {},
  };
}

const protocol: Protocol = {
  name: "p",
  title: undefined,
  id: undefined,
  description: undefined,
  version: undefined,
  minVersions: [],
  declarations: [
    shape("A", undefined, "same"),
    shape("A.p", "A", "same"),
    shape("A.p.q", "A.p", "inner"),
    shape("B", undefined, "same"),
    shape("B.p", "B", "same"),
    shape("B.p.q", "B.p", "inner"),
    shape("B.r", "B", "other"),
  ],
  frames: undefined,
  methods: [],
  events: [],
  errorCodes: [],
};

describe("findSharedShapes", () => {
  it("finds inline shapes that are the same, and never shares what is registered", () => {
    const shared = findSharedShapes(protocol, new Set());
    const canonical = protocol.declarations.map(({ id }) => shared.canonical(id));
    expect(canonical).toEqual(["A", "A.p", "A.p.q", "B", "A.p", "B.p.q", "B.r"]);
    expect(protocol.declarations.filter(({ id }) => shared.isHidden(id)).map(({ id }) => id)).toEqual(["B.p.q"]);
  });

  it("keeps apart what is closed, with all that it stands in", () => {
    const shared = findSharedShapes(protocol, new Set(["B.p.q"]));
    expect(protocol.declarations.every(({ id }) => shared.canonical(id) === id && !shared.isHidden(id))).toBe(true);
  });
});
