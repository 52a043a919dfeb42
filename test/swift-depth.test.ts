import { readFileSync } from "node:fs";
import { Type } from "@sinclair/typebox";
import { describe, expect, it } from "vitest";
import { invariant } from "../src/support/invariant.js";
import { buildExecutable } from "./support/swift/build-executable.js";
import { lowerDocument } from "./support/lower-document.js";
import { findSwift, swiftFolder } from "./support/swift.js";
import { printSwift } from "./support/swift-samples.js";

const swift = findSwift();
const main = readFileSync(new URL("swift/DeepMain.swift", import.meta.url), "utf8");

const node = Type.Recursive(
  (Self) =>
    Type.Object({
      v: Type.Integer(),
      next: Type.Optional(Self),
      maybe: Type.Optional(Type.Union([Self, Type.Null()])),
      kids: Type.Optional(Type.Array(Self)),
      map: Type.Optional(Type.Record(Type.String(), Self)),
    }),
  { $id: "Node" },
);
const expression = Type.Recursive(
  (Self) =>
    Type.Union([
      Type.Object({ k: Type.Literal("lit"), v: Type.Number() }),
      Type.Object({ k: Type.Literal("neg"), e: Self }),
      Type.Object({ k: Type.Literal("add"), l: Self, r: Self }),
    ]),
  { $id: "Expr" },
);
const json = Type.Recursive(
  (Self) =>
    Type.Union([
      Type.String(),
      Type.Number(),
      Type.Boolean(),
      Type.Null(),
      Type.Array(Self),
      Type.Record(Type.String(), Self),
    ]),
  { $id: "Json" },
);
const definitions = {
  Node: node,
  A: Type.Object({ b: Type.Optional(Type.Ref("B")) }, { $id: "A" }),
  B: Type.Object({ a: Type.Union([Type.Ref("A"), Type.String()]) }, { $id: "B" }),
  Expr: expression,
  Json: json,
};

describe.skipIf(swift === undefined)("Swift models on a thread of 512 KB, in a debug build", () => {
  it("read, compare and write values down to the limit, and refuse what is deeper", async () => {
    invariant(swift, "a describe that is skipped runs nothing");
    const { protocol } = lowerDocument({ definitions: JSON.parse(JSON.stringify(definitions)) });
    invariant(protocol, "the definitions are a registry");
    const models = printSwift(protocol).map(({ path, text }) => [path || "Models.swift", text] as const);
    const { ok, output, executable } = await buildExecutable(swift, {
      ...Object.fromEntries(models),
      "main.swift": main,
    });
    expect({ ok, output }).toEqual({ ok: true, output: "" });
    const { code, stdout } = swift.runBuilt(executable, [], swiftFolder("swift-depth"));
    expect(code).toBe(0);
    const good = '["valid", "valid", "valid", "true 1 true", "valid", "valid", "true true"]';
    const deep = '["too deep", "too deep", "too deep", "none", "none", "none", "none"]';
    // Foundation's own parser has a limit too, which comes first.
    const deepest = deep.replace(/"too deep", "too deep", "too deep"/, '"too deep", "no JSON", "no JSON"');
    const lines = Object.entries({ 126: good, 200: deep, 20000: deepest }).flatMap(([levels, all]) =>
      ["Node", "Kids", "Map", "A", "Expr", "Json", "Objects"].map((name) => `${name} ${levels} ${all}`),
    );
    expect(stdout.trimEnd().split("\n")).toEqual([...lines, "built too deep"]);
  });
});
