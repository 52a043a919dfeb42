import type { CodePointRange } from "./regex-node.js";

const DIGIT: readonly CodePointRange[] = [[48, 57]];
const WORD: readonly CodePointRange[] = [
  [97, 122],
  [65, 90],
  [48, 57],
  [95, 95],
];
const SPACE: readonly CodePointRange[] = [
  [32, 32],
  [9, 13],
  [160, 160],
  [0x2028, 0x2029],
];
const CONTROL: ReadonlyMap<string, number> = new Map([
  ["n", 10],
  ["r", 13],
  ["t", 9],
  ["v", 11],
  ["f", 12],
  ["0", 0],
]);

/** The code points that an escape stands for, and how long it is in the pattern. */
export interface ClassEscape {
  readonly ranges: readonly CodePointRange[];
  readonly negated: boolean;
  /** Characters of the pattern, the backslash included. */
  readonly length: number;
}

/** Reads the escape at `index`, where the backslash stands; undefined for one that is not understood. */
export function parseClassEscape(pattern: string, index: number): ClassEscape | undefined {
  const letter = pattern[index + 1];
  if (letter === undefined) return undefined;
  const shorthand = { d: DIGIT, w: WORD, s: SPACE }[letter.toLowerCase()];
  if (shorthand !== undefined) return { ranges: shorthand, negated: letter !== letter.toLowerCase(), length: 2 };
  if (letter === "p" || letter === "P") return parseProperty(pattern, index);
  if (letter === "u" || letter === "x") return parseHex(pattern, index);
  const code = CONTROL.get(letter);
  if (code !== undefined) return single(code, 2);
  return /[1-9kbBc]/.test(letter) ? undefined : single(letter.codePointAt(0) ?? 0, 2);
}

function parseHex(pattern: string, index: number): ClassEscape | undefined {
  const found = /^\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))/.exec(pattern.slice(index, index + 12));
  const digits = found?.[1] ?? found?.[2] ?? found?.[3];
  if (found === null || digits === undefined) return undefined;
  return single(Number.parseInt(digits, 16), found[0].length);
}

/** Unicode properties are narrowed to their ASCII part, which is enough to make text. */
function parseProperty(pattern: string, index: number): ClassEscape | undefined {
  const found = /^\\([pP])\{([A-Za-z_=]+)\}/.exec(pattern.slice(index, index + 40));
  const ranges = {
    L: WORD.slice(0, 2),
    Letter: WORD.slice(0, 2),
    Lu: WORD.slice(1, 2),
    Ll: WORD.slice(0, 1),
    N: DIGIT,
    Nd: DIGIT,
  }[found?.[2] ?? ""];
  if (found === null || ranges === undefined) return undefined;
  return { ranges, negated: found[1] === "P", length: found[0].length };
}

function single(code: number, length: number): ClassEscape {
  return { ranges: [[code, code]], negated: false, length };
}
