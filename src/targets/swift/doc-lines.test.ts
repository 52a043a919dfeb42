import { describe, expect, it } from "vitest";
import { docLines } from "./doc-lines.js";

describe("docLines", () => {
  it("says nothing for nothing", () => {
    expect(docLines([undefined, "", "  "], 0)).toEqual([]);
  });

  it("separates notes, and keeps the lines of one", () => {
    expect(docLines(["First.\nSecond.\r\n\r\nThird.", "Note."], 0)).toEqual([
      "/// First.",
      "/// Second.",
      "///",
      "/// Third.",
      "///",
      "/// Note.",
    ]);
  });

  it("wraps at 100 columns where the comment stands", () => {
    const lines = docLines(["word ".repeat(60)], 3);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.length + 6).toBeLessThanOrEqual(100);
  });

  it("cannot be left, whatever the text is", () => {
    const text = "*/ func evil() {}\u2028struct X {}\u2029\u0085\u000B\u000C\u0000\u202E /* \\(x)";
    for (const line of docLines([text], 0)) expect(line).toMatch(/^\/\/\/(?: [^\p{C}\p{Zl}\p{Zp}]+)?$/u);
  });
});
