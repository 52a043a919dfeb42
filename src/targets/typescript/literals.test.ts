import { describe, expect, it } from "vitest";
import { isIdentifier, literal, memberKey, propertyKey, stringLiteral } from "./literals.js";

/** What an expression of one literal is worth. */
function evaluate(source: string): unknown {
  return new Function(`return (${source})`)();
}

describe("stringLiteral", () => {
  it.each([
    "",
    "plain",
    'say "hi"',
    "it's",
    `'"`,
    "\\",
    "\n\r\t\0",
    "\u2028\u2029\ufeff",
    "\ud800",
    "🙂",
    "${x}`",
    "*/",
  ])("says %j and nothing else", (text) => {
    expect(evaluate(stringLiteral(text))).toBe(text);
    expect(/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(stringLiteral(text))).toBe(false);
  });

  it("takes the quotes that need fewer escapes, as Prettier does", () => {
    expect(stringLiteral('say "hi"')).toBe(`'say "hi"'`);
    expect(stringLiteral(`'"`)).toBe(`"'\\""`);
  });
});

describe("literal", () => {
  it.each([0, -1, 0.5, 1e21, 1e-7, Number.MAX_SAFE_INTEGER, true, false, "x"])("says %j", (value) => {
    expect(evaluate(literal(value))).toBe(value);
  });

  it("writes exponents as Prettier does", () => {
    expect(literal(1e21)).toBe("1e21");
  });
});

describe("propertyKey", () => {
  it.each([
    ["agentId", "agentId"],
    ["$ref", "$ref"],
    ["x-trace", '"x-trace"'],
    ["1", '"1"'],
    ["", '""'],
    ["__proto__", "__proto__"],
    ["é", "é"],
  ])("writes %j as %s", (name, key) => {
    expect(propertyKey(name)).toBe(key);
  });

  it("does not set the prototype of an object", () => {
    expect(Object.keys(Object(evaluate(`{ ${memberKey("__proto__")}: 1 }`)))).toEqual(["__proto__"]);
  });

  it("leaves characters that older parsers refuse to quotes", () => {
    expect(isIdentifier("𝒳")).toBe(false);
  });
});
