import { describe, expect, it } from "vitest";
import { shortDiff } from "./short-diff.js";

function lines(count: number, text = (index: number): string => `line ${index + 1}`): string {
  return Array.from({ length: count }, (_, index) => `${text(index)}\n`).join("");
}

describe("shortDiff", () => {
  it("shows a changed line with its surroundings and the line's number", () => {
    const { line, text } = shortDiff(lines(20).replace("line 10\n", "edited\n"), lines(20));
    expect(line).toBe(10);
    expect(text).toBe("@@ -7,7 +7,7 @@\n line 7\n line 8\n line 9\n-edited\n+line 10\n line 11\n line 12\n line 13");
  });

  it("shows lines that are missing at the end", () => {
    const { line, text } = shortDiff(lines(4), lines(5));
    expect(line).toBe(4);
    expect(text).toBe("@@ -2,3 +2,4 @@\n line 2\n line 3\n line 4\n+line 5");
  });

  it("shows a first line and an empty file", () => {
    expect(shortDiff("a\n", "b\n").text).toContain("-a\n+b");
    expect(shortDiff("", "b\n")).toMatchObject({ line: 1, text: expect.stringContaining("+b") });
  });

  it("shows a final line feed that is missing", () => {
    expect(shortDiff("a", "a\n").text).toBe("@@ -1,2 +1,1 @@\n a\n-\\ No newline at end of file");
  });

  it("does not see line endings", () => {
    expect(shortDiff("a\r\nx\r\n", "a\nb\n").text).toBe("@@ -1,2 +1,2 @@\n a\n-x\n+b");
  });

  it("does not take what the window cuts off for a difference", () => {
    const left = lines(300).replace("line 10\n", "").replace("line 290\n", "");
    expect(shortDiff(left, lines(300)).text).toBe(
      "@@ -7,6 +7,7 @@\n line 7\n line 8\n line 9\n+line 10\n line 11\n line 12\n line 13\n…",
    );
  });

  it("cuts what is too much to read, in height and width", () => {
    const { text } = shortDiff(
      lines(500),
      lines(500, (index) => `other ${index} ${"x".repeat(1000)}`),
    );
    expect(text.split("\n").length).toBeLessThanOrEqual(20);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(161);
    expect(text.endsWith("\n…")).toBe(true);
  });

  it("gives only a window to the diff, however long and different the files are", () => {
    const left = lines(200_000, (index) => `a ${index}`);
    const right = lines(200_000, (index) => `b ${index * 7}`);
    expect(shortDiff(left, right).line).toBe(1);
  });
});
