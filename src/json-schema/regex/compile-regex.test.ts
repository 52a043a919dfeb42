import { array, assert, constantFrom, letrec, oneof, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { readPattern } from "../pattern.js";
import { compileRegex } from "./compile-regex.js";

/** What both engines say of a text. */
function expectSame(pattern: string, texts: readonly string[]): void {
  const reading = readPattern(pattern);
  if (!("flags" in reading)) throw new Error(`${pattern} does not compile`);
  const own = compileRegex(pattern, reading.flags);
  const native = new RegExp(pattern, reading.flags);
  expect(own, pattern).toBeDefined();
  for (const text of texts) expect(`${text}: ${own?.test(text)}`, pattern).toBe(`${text}: ${native.test(text)}`);
}

const TEXTS = [
  "",
  "a",
  "b",
  "ab",
  "aab",
  "abc",
  "a-b",
  "A1_",
  "1.5",
  "é",
  "😀",
  "a😀b",
  "\n",
  "a b",
  "x-y-z",
  "{",
  "]",
  "}",
];

const PATTERNS = [
  "",
  "a",
  "^a",
  "a$",
  "^$",
  "^a*$",
  "^a+b?$",
  "a|b",
  "^(?:a|b)+$",
  "^(a|ab)(c|bcd)?$",
  "^[a-z]+$",
  "^[^a-z]+$",
  ".",
  "^.$",
  "^..$",
  "^\\w+$",
  "^\\W$",
  "\\d\\.\\d",
  "^\\u{1F600}$",
  "^\\ud83d\\ude00$",
  "^\\p{L}+$",
  "^\\P{L}$",
  "\\bb",
  "\\Bb",
  "^(?=a)\\w+$",
  "^(?!a)",
  "^(?!.*b).*$",
  "^(?<name>a)b",
  "^a{2}b$",
  "^a{1,}$",
  "^a{0,2}b$",
  "^(a?){3}b$",
  "^(?:a*)*$",
  "(?:)",
  "^[\\]]$",
  "^[\\w-]+$",
  "^\\x61$",
  "^a+?b",
  "\\/|\\-",
  "^{$",
  "^]$",
  "^\\u{2}$",
  "^a{,2}$",
  "[]",
  "[^]",
  "^\\n$",
  "\\s",
  "^(?:(?=a)a|b)*$",
].filter((pattern) => "flags" in readPattern(pattern));

describe("a matcher", () => {
  it.each(PATTERNS)("says what the engine says of %s", (pattern) => expectSame(pattern, TEXTS));

  it("says what the engine says of any expression and text", () => {
    const leaf = constantFrom("a", "b", "[ab]", "[^a]", ".", "\\w", "^", "$", "\\b", "(?=a)", "(?!b)");
    const { regex } = letrec<{ regex: string }>((tie) => ({
      regex: oneof(
        { maxDepth: 3 },
        leaf,
        tuple(tie("regex"), tie("regex")).map(([left, right]) => `${left}${right}`),
        tuple(tie("regex"), tie("regex")).map(([left, right]) => `(?:${left}|${right})`),
        tuple(tie("regex"), constantFrom("*", "+", "?", "{2}", "{1,2}")).map(([part, sign]) => `(?:${part})${sign}`),
      ),
    }));
    const text = string({ unit: constantFrom("a", "b", "-", "😀"), maxLength: 6 });
    assert(property(regex, array(text, { maxLength: 8 }), expectSame), { seed: 7, numRuns: 2000 });
  });

  it.each(["^(a+)+$", "^(a|aa)+b$", "^(a*)*b", "(a|a)*b", "^a*a*a*a*a*a*b$", "^([a-z]+)*[0-9]$", "^(?=(a+)+b)"])(
    "ends with %s, which engines try for years",
    (pattern) => {
      const start = performance.now();
      expect(compileRegex(pattern, "u")?.test(`${"a".repeat(3000)}!`)).toBe(false);
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );

  it.each(["(a)\\1", "(?<n>a)\\k<n>", "(?<=a)b", "(?<!a)b", "a{20001}", "(?:a{200}){200}"])(
    "is none of %s",
    (pattern) => {
      expect(compileRegex(pattern, "u")).toBeUndefined();
    },
  );
});
