import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, read } from "../../../test/support/source-text.js";
import { finishSwift } from "./lines.js";

const RUNTIME = join(import.meta.dirname, "../../../templates/swift/partials/runtime");

/** A line that is as long as is said, made so by its mark `~`. */
function lineOf(length: number, text: string): string {
  return text.replace("~", "q".repeat(length - text.length + 1));
}

const print = (text: string): string => finishSwift(text, "public ");

describe("finishSwift", () => {
  it.each(["let a~: Int = f(b)", "  let b~ = [c]", "/// ~ end", "    case a~(Int)"])(
    "leaves a line that fits: %s",
    (text) => {
      expect(print(lineOf(99, text))).toBe(lineOf(99, text));
    },
  );

  it.each([
    ["public let a~: Int", ["public let a~:", "  Int"]],
    ["public var a~: Int { b }", ["public var a~: Int {", "  b", "}"]],
    ["public typealias A~ = [String: B]", ["public typealias A~ =", "  [String: B]"]],
    ["public init(a: Int, b~: [C] = []) {", ["public init(", "  a: Int,", "  b~: [C] = []", ") {"]],
    ["self.a~ = reader.f(a, of: b)", ["self.a~ = reader.f(", "  a, of: b", ")"]],
    ["self.a = reader.f(b, of: ~)", ["self.a = reader.f(", "  b, of: ~", ")"]],
    ['writer.f("~", self.a)', ["writer.f(", '  "~", self.a', ")"]],
    ['case "a, b:", "~":', ['case "a, b:",', '  "~":']],
    ['case "~": self = .a', ['case "~":', "  self = .a"]],
    ["case a~([String: B])", ["case a~(", "  [String: B]", ")"]],
    ["extension Method<A~, [String: B]> {", ["extension Method<", "  A~, [String: B]", "> {"]],
    ["} else if let value = json.exactly(A~.self) {", ["} else if let value = json.exactly(", "  A~.self", ") {"]],
    ['@available(*, deprecated, message: "~")', ["@available(", "  *, deprecated,", "  message:", '    "~"', ")"]],
    ["/// a ~ b", ["/// a ~", "/// b"]],
  ])("breaks %s where it is wider than 100 columns", (text, lines) => {
    const long = lineOf(101, text);
    const filling = /q+/.exec(long)?.[0] ?? "";
    expect(print(`${long}\n`)).toBe(`${lines.join("\n").replace("~", filling)}\n`);
    expect(print(lineOf(100, text))).not.toContain("\n");
  });

  it.each([
    [
      "public static var a~: Set<String> { [b, c] }",
      ["public static var a~: Set<String> {", "  [", "    b,", "    c,", "  ]", "}"],
    ],
    ["public static let all~: [Self] = [.a, .b]", ["public static let all~: [Self] = [", "  .a,", "  .b,", "]"]],
  ])("leaves a column for the comma that swift-format counts in the list of %s", (text, lines) => {
    const [long, fitting] = [lineOf(100, text), lineOf(99, text)];
    expect(print(long)).toBe(lines.join("\n").replace("~", /q+/.exec(long)?.[0] ?? ""));
    expect(print(fitting)).toBe(fitting);
  });

  it("breaks the calls inside a call one after the other", () => {
    const inner = "a".repeat(70);
    expect(print(`self.b = WireBox(try reader.model("${inner}", A.self))`)).toBe(
      `self.b = WireBox(\n  try reader.model("${inner}", A.self)\n)`,
    );
    expect(print(`self.b = WireBox(try reader.model("${inner}", Abcdefghijk.self))`)).toBe(
      `self.b = WireBox(\n  try reader.model(\n    "${inner}", Abcdefghijk.self\n  )\n)`,
    );
  });

  it("has nothing to do in the runtime, which is printed as it stands", () => {
    const parts = filesBelow(RUNTIME).map(read);
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts) expect(print(part)).toBe(part);
  });

  it("keeps a rule for swift-format on one line, and a word that no line has room for", () => {
    const rule = `// swift-format-ignore: ${"Rule, ".repeat(20)}Last`;
    const word = `/// ${"x".repeat(120)}`;
    expect(print(`${rule}\n${word}`)).toBe(`${rule}\n${word}`);
  });

  it("gives declarations their access level, wherever they stand", () => {
    const text = "public struct A {\n  public private(set) var b: Int\n  /// public here\n  private let c: Int\n}";
    expect(finishSwift(text, "package ")).toBe(text.replace(/^( *)public /gm, "$1package "));
    expect(finishSwift(text, "")).toBe(text.replace(/^( *)public /gm, "$1"));
  });
});
