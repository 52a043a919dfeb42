import { describe, expect, it } from "vitest";
import { docLines } from "./heading.js";

describe("docLines", () => {
  it("says nothing for nothing", () => {
    expect(docLines([undefined, "", "  "])).toEqual([]);
  });

  it("separates notes, and keeps the lines of one", () => {
    expect(docLines(["First.\nSecond.\r\n\r\nThird.", "Note."])).toEqual([
      "/// First.",
      "/// Second.",
      "///",
      "/// Third.",
      "///",
      "/// Note.",
    ]);
  });

  it("drops empty lines around a note, and blanks between words", () => {
    expect(docLines(["\n\nFirst  line.\n", "\n"])).toEqual(["/// First line."]);
  });

  it("keeps the blanks that Markdown needs", () => {
    const text = "  \n- one\n  - inner  item\n\tlet a  = 1\n```swift\nlet b  = 2\n```\n   \n";
    expect(docLines([text])).toEqual([
      "/// - one",
      "///   - inner item",
      "///     let a  = 1",
      "/// ```swift",
      "/// let b  = 2",
      "/// ```",
    ]);
  });

  it("cannot be left, whatever the text is", () => {
    const text = "*/ func evil() {}\u2028struct X {}\u2029\u0085\u000B\u000C\u0000\u202E /* \\(x)";
    for (const line of docLines([text])) expect(line).toMatch(/^\/\/\/(?: +[^\p{C}\p{Zl}\p{Zp}]+)?$/u);
  });
});
