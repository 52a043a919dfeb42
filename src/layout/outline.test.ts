import { describe, expect, it } from "vitest";
import { outline, splitOutside } from "./outline.js";

const shown = (line: string, pairs: string): string => outline(line, pairs).replaceAll("\0", "·");

describe("outline", () => {
  it.each([
    ["f(a, [b]), c", "()[]", "f(······), c"],
    ['say("a, (b", x): y', "()", "say(··········): y"],
    ['"a \\" b": c', "", "········: c"],
    ["} else if f(a) {", "(){}", "} else if f(·) {"],
    ["List<A, B> {", "<>{}", "List<····> {"],
  ])("shows of %j with %j: %j", (line, pairs, expected) => {
    expect(shown(line, pairs)).toBe(expected);
  });
});

describe("splitOutside", () => {
  it("splits at a line's own marks only", () => {
    expect(splitOutside('a: [b, c], "d, e", f', ", ", "[]")).toEqual(["a: [b, c]", '"d, e"', "f"]);
  });
});
