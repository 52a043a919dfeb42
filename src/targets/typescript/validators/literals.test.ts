import { describe, expect, it } from "vitest";
import { fragmentToken, pointerToken, stringLiteral, valueLiteral } from "./literals.js";

describe("stringLiteral", () => {
  it.each([
    ['a"b\\', '"a\\"b\\\\"'],
    ["\u2028\u2029", '"\\u2028\\u2029"'],
    ["\ud800", '"\\ud800"'],
    ["😀ä", '"😀ä"'],
    ["\u202e\u200b\u007f", '"\\u202e\\u200b\\u007f"'],
    ["\u{e0001}", '"\\udb40\\udc01"'],
    ["\n\u0000", '"\\n\\u0000"'],
  ])("writes %j so that it stays one string", (text, literal) => {
    expect(stringLiteral(text)).toBe(literal);
    expect(JSON.parse(literal)).toBe(text);
  });
});

describe("valueLiteral", () => {
  it("writes values with their keys in code-unit order", () => {
    expect(valueLiteral({ b: [1, null, "x"], a: { "c-d": true } })).toBe('{ a: { "c-d": true }, b: [1, null, "x"] }');
    expect(valueLiteral({})).toBe("{}");
    expect(valueLiteral(-0)).toBe("0");
    expect(valueLiteral(1e21)).toBe("1e+21");
  });

  it("keeps __proto__ a property", () => {
    expect(valueLiteral(JSON.parse('{"__proto__":1}'))).toBe('{ ["__proto__"]: 1 }');
  });
});

describe("tokens of paths", () => {
  it("are escaped as JSON pointers, and as URI fragments where they stand in one", () => {
    expect(pointerToken("a/b~c d")).toBe("a~1b~0c d");
    expect(fragmentToken("a/b~c d")).toBe("a~1b~0c%20d");
    expect(fragmentToken("\ud800")).toBe("%EF%BF%BD");
  });
});
