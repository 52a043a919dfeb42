import { describe, expect, it } from "vitest";
import { breakLines } from "./break-lines.js";
import { group, ifBroken, indent, line, sequence, softline, spare } from "./doc.js";
import type { Page } from "./print-doc.js";

const page: Page = { width: 10, widthOf: (text) => text.length };
const words = (code: string) =>
  sequence(...code.split(" ").map((word, index) => (index === 0 ? word : group(sequence(line, word)))));

const list = (code: string) =>
  group(sequence("[", indent(sequence(softline, code.slice(1, -1), ifBroken(","))), spare(1), softline, "]"));

describe("breakLines", () => {
  it("leaves alone what fits, and keeps the blanks before a line", () => {
    expect(breakLines("  ab cd ef\n  ab cd efg\nx\n", page, words)).toBe("  ab cd ef\n  ab cd\n  efg\nx\n");
  });

  it("counts what a layout wants to be spare, which only a line that fills the page can lack", () => {
    expect(breakLines("[1234567]\n[12345678]", page, list)).toBe("[1234567]\n[\n  12345678,\n]");
  });

  it("measures a text as the language does", () => {
    const wide: Page = { width: 10, widthOf: (text) => text.length * 2 };
    expect(breakLines("ab cd\nab cde", wide, words)).toBe("ab cd\nab\ncde");
  });
});
