import { Type } from "@sinclair/typebox";
import { describe, expect, it } from "vitest";
import { createDiagnosticList } from "../diagnostics/collector.js";
import type { Protocol } from "../ir/types.js";
import { defineTarget, template } from "./target.js";

interface ListView {
  readonly names: readonly string[];
}

const list = template<ListView>("list", "none");

const target = defineTarget({
  name: "list",
  summary: "a list",
  options: Type.Object(
    {
      order: Type.Union([Type.Literal("up"), Type.Literal("down")], { default: "up" }),
      skip: Type.Array(Type.String(), { default: ["none"] }),
      head: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  defaultOutput: "list.txt",
  outputKind: ({ order }) => (order === "up" ? "file" : "folder"),
  translate: (_protocol, { options, names }) => {
    const all: readonly string[] = [options.order, ...options.skip, options.head ?? "-", names?.errorCode ?? "-"];
    return { units: [list("a.txt", { names: all })], fallbacks: [] };
  },
});

const PROTOCOL: Protocol = {
  name: "p",
  title: undefined,
  id: undefined,
  description: undefined,
  version: undefined,
  minVersions: [],
  declarations: [],
  frames: undefined,
  methods: [],
  events: [],
  errorCodes: [],
};

describe("a target", () => {
  it("is given its options with their defaults, and leaves what it was given as it is", () => {
    const diagnostics = createDiagnosticList();
    const options = {};
    const viewOf = (context: object) => target.translate(PROTOCOL, { options, diagnostics, ...context }).units[0]?.view;
    expect(viewOf({})).toEqual({ names: ["up", "none", "-", "-"] });
    expect(options).toEqual({});
    const given = { order: "down", skip: [], head: "h" };
    expect(viewOf({ options: given, names: { errorCode: "E" } })).toEqual({ names: ["down", "h", "E"] });
    expect([target.outputKind({}), target.outputKind(given)]).toEqual(["file", "folder"]);
  });

  it("takes it for a fault of the program where options were not checked", () => {
    expect(() => target.outputKind({ order: "sideways" })).toThrow("internal error");
  });
});

describe("a template", () => {
  it("makes units of its own kind of view", () => {
    expect(list("a.txt", { names: ["b"] })).toEqual({
      path: "a.txt",
      template: "list",
      view: { names: ["b"] },
      format: "none",
    });
    // @ts-expect-error another template's view
    expect(list("a.txt", { title: "b" })).toMatchObject({ view: { title: "b" } });
  });
});
