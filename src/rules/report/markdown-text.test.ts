import { describe, expect, it } from "vitest";
import { code, escapeMarkdown } from "./markdown-text.js";

describe("text of a schema in Markdown", () => {
  it.each([
    ["a*b_c", String.raw`a\*b\_c`],
    ["<img src=x>", String.raw`\<img src=x\>`],
    ["[link](https://example.org)", String.raw`\[link\](https://example.org)`],
    ["two\nlines", "two lines"],
    ["@team", "@\u200bteam"],
  ])("shows %j as it is", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it.each([
    ["plain", "`plain`"],
    ["a`b", "``a`b``"],
    ["``", "``` `` ```"],
    ["two\nlines", "`two lines`"],
  ])("fences %j so that it cannot end the code", (text, expected) => {
    expect(code(text)).toBe(expected);
  });
});
