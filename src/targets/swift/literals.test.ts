import { describe, expect, it } from "vitest";
import { swiftLiteral, swiftNumberLiteral, swiftStringLiteral } from "./literals.js";

describe("swiftStringLiteral", () => {
  it.each([
    ["plain", '"plain"'],
    ['say "hi"', '"say \\"hi\\""'],
    ["\\(name)", '"\\\\(name)"'],
    ["a\nb\r\tc", '"a\\nb\\r\\tc"'],
    ["nul \u0000", '"nul \\u{0}"'],
    ["\u202Ertl\u2066", '"\\u{202E}rtl\\u{2066}"'],
    ["line\u2028end", '"line\\u{2028}end"'],
    ["e\u0301", '"e\\u{301}"'],
    ["日本 🎉", '"日本 🎉"'],
    ["half \uD800", '"half \uFFFD"'],
    ["", '""'],
  ])("says %j", (text, literal) => {
    expect(swiftStringLiteral(text)).toBe(literal);
  });

  it("has nothing in it that ends it or interpolates", () => {
    for (let unit = 0; unit < 0x3000; unit += 1) {
      const inside = swiftStringLiteral(String.fromCharCode(unit)).slice(1, -1);
      expect(inside).toMatch(/^(?:[^"\\\p{C}\p{Zl}\p{Zp}\p{M}]|\\["\\nrt]|\\u\{[0-9A-F]+\})$/u);
    }
  });
});

describe("swiftNumberLiteral", () => {
  it.each([
    [0, "0"],
    [-0, "-0.0"],
    [-1, "-1"],
    [123456, "123456"],
    [1234567, "1_234_567"],
    [-1000000, "-1_000_000"],
    [1.5, "1.5"],
    [1e21, "1e+21"],
  ])("says %d", (value, literal) => {
    expect(swiftNumberLiteral(value)).toBe(literal);
  });
});

describe("swiftLiteral", () => {
  it("says each kind of constant", () => {
    expect(["req", 3, true].map(swiftLiteral)).toEqual(['"req"', "3", "true"]);
  });
});
