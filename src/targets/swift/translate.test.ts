import { Type } from "@sinclair/typebox";
import { describe, expect, it } from "vitest";
import { createDiagnosticList } from "../../diagnostics/collector.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { lower } from "../../ir/lower/lower.js";
import type { TargetContext } from "../target.js";
import { swift } from "./index.js";

interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly fallbacks: readonly { readonly construct: string; readonly path: string }[];
}

/** Lowers schemas, translates them, and gives what was said about them. */
function translate(schemas: Readonly<Record<string, object>>, context: Partial<TargetContext> = {}): Found {
  const registry = {
    source: "schema.ts",
    schemas: new Map(Object.entries(schemas)),
    version: 3,
    minVersions: [{ name: "MIN_CLIENT_PROTOCOL_VERSION", value: 2 }],
    errorCodes: ["GONE"],
    methods: [],
    events: [],
    docs: new Map<string, string>(),
    files: [],
  };
  const settings = { title: undefined, id: undefined, description: undefined, frames: undefined };
  const diagnostics = createDiagnosticList();
  const protocol = lower(registry, { name: "p", ...settings, methods: {}, events: {}, kinds: {} }, diagnostics);
  if (protocol === undefined) throw new Error("the schemas were refused");
  const { fallbacks } = swift.translate(protocol, { options: {}, ...context, diagnostics });
  return { diagnostics: diagnostics.diagnostics, fallbacks };
}

function codes(schemas: Readonly<Record<string, object>>, context?: Partial<TargetContext>): readonly string[] {
  return translate(schemas, context).diagnostics.map(({ code, path }) =>
    path === undefined ? code : `${code} ${path}`,
  );
}

const A = Type.Object({ a: Type.String() });

describe("the Swift target", () => {
  it("says nothing of ordinary schemas", () => {
    expect(translate({ A })).toEqual({ diagnostics: [], fallbacks: [] });
  });

  it("says which definitions have another name in Swift", () => {
    expect(codes({ Error: A, "odd-name": Type.String() })).toEqual([
      "swift/renamed-declaration Error",
      "swift/renamed-declaration odd-name",
    ]);
  });

  it("refuses to close what is no enum or union", () => {
    expect(
      codes(
        { A, E: Type.Union([Type.Literal("x"), Type.Literal("y")]) },
        {
          options: { closed: ["A", "E", "Nothing"] },
        },
      ),
    ).toEqual(["swift/unknown-closed", "swift/unknown-closed"]);
  });

  it.each([
    { errorCode: "class" },
    { errorCode: "Error" },
    { errorCode: "JSONValue" },
    { errorCode: "MethodName" },
    { errorCode: "A" },
    { versionConstant: "A" },
    { versionConstant: "SAME", errorCode: "SAME" },
  ])("refuses %j, which Swift or the models use for something else", (names) => {
    expect(codes({ A }, { names })).toEqual(["swift/bad-name"]);
  });

  it("takes other names for what is the protocol's own", () => {
    expect(codes({ A }, { names: { errorCode: "Fault", versionConstant: "WIRE_PROTOCOL_VERSION" } })).toEqual([]);
  });

  it("refuses half a surrogate pair wherever Swift would have to say it", () => {
    const half = "x\uD800";
    expect(
      codes({
        Property: Type.Object({ [half]: Type.String() }),
        Constant: Type.Object({ a: Type.Literal(half) }),
        Choice: Type.Union([Type.Literal(half), Type.Literal("b")]),
        Text: Type.Literal(half),
      }),
    ).toEqual(["Property", "Constant", "Choice", "Text"].map((path) => `swift/half-pair ${path}`));
  });

  it("refuses two texts that are one to Swift", () => {
    const [composed, decomposed] = ["\u00E9", "e\u0301"];
    const found = translate({
      Properties: Type.Object({ [composed]: Type.String(), [decomposed]: Type.String() }),
      Choice: Type.Union([Type.Literal(composed), Type.Literal(decomposed)]),
    });
    const faults = found.diagnostics.filter(({ severity }) => severity === "error");
    expect(faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "swift/same-text Properties",
      "swift/same-text Choice",
    ]);
    expect(found.diagnostics[0]?.message).toBe('"\\u00E9" and "e\\u0301" are the same text to Swift');
  });

  it("counts what becomes any JSON although its schema says more", () => {
    expect(translate({ A: Type.Object({ a: Type.Not(Type.String()) }), B: Type.Unknown() }).fallbacks).toEqual([
      { construct: "not", path: "A" },
    ]);
  });

  it("writes a file or a folder, as its options say", () => {
    expect(swift.outputKind({})).toBe("file");
    expect(swift.outputKind({ files: "by-area" })).toBe("folder");
  });
});
