import type { Random } from "../random.js";
import type { CodePointRange, RegexNode } from "./regex-node.js";

/** How long repeats become: as short as they may, as long as they may (within `reach`), or anything between. */
export interface RegexStyle {
  readonly repeat: "shortest" | "longest" | "random";
  /** How far above its minimum a repeat may go. */
  readonly reach: number;
}

/** Letters for `.` and negated sets: plain, markup, controls, and beyond the basic plane. */
const POOL: readonly string[] = [
  "a",
  "Z",
  "7",
  " ",
  "-",
  "_",
  ".",
  "/",
  '"',
  "\\",
  "'",
  "<",
  "é",
  "\u0301",
  "漢",
  "\t",
  "\u2003",
  "😀",
  "𝒳",
];

/** Text that a parsed expression is likely to match: lookarounds are not honoured, so match the result. */
export function sampleRegex(node: RegexNode, random: Random, style: RegexStyle): string {
  switch (node.kind) {
    case "sequence":
      return node.nodes.map((item) => sampleRegex(item, random, style)).join("");
    case "choice": {
      const branch = random.pick(node.branches);
      return branch === undefined ? "" : sampleRegex(branch, random, style);
    }
    case "repeat":
      return Array.from({ length: repeatCount(node, random, style) }, () => sampleRegex(node.node, random, style)).join(
        "",
      );
    case "set":
      return node.negated ? sampleOutside(node.ranges, random) : sampleInside(node.ranges, random);
    case "edge":
    case "empty":
      return "";
  }
}

function repeatCount(node: { minimum: number; maximum: number }, random: Random, style: RegexStyle): number {
  const most = Math.min(node.maximum, node.minimum + style.reach);
  if (style.repeat === "shortest") return node.minimum;
  return style.repeat === "longest" ? most : node.minimum + random.below(most - node.minimum + 1);
}

function sampleInside(ranges: readonly CodePointRange[], random: Random): string {
  const range = random.pick(ranges);
  if (range === undefined) return "";
  return String.fromCodePoint(range[0] + random.below(range[1] - range[0] + 1));
}

function sampleOutside(ranges: readonly CodePointRange[], random: Random): string {
  const inside = (text: string): boolean => {
    const code = text.codePointAt(0) ?? 0;
    return ranges.some(([first, last]) => code >= first && code <= last);
  };
  return random.pick(POOL.filter((text) => !inside(text))) ?? "";
}
