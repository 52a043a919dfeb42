import { parseClassEscape } from "./parse-class-escape.js";
import type { CodePointRange, RegexNode } from "./regex-node.js";

/** Where the parser stands. Local to one call of `parseRegex`. */
interface Cursor {
  readonly pattern: string;
  index: number;
}

const ANY: RegexNode = {
  kind: "set",
  ranges: [
    [10, 10],
    [13, 13],
    [0x2028, 0x2029],
  ],
  negated: true,
};
const EMPTY: RegexNode = { kind: "empty" };

/**
 * Reads a regular expression; undefined where it uses what cannot be sampled, such as a back reference.
 * For example `^[a-z]+$`: an edge, a repeated set, an edge.
 */
export function parseRegex(pattern: string): RegexNode | undefined {
  const cursor = { pattern, index: 0 };
  const node = parseChoice(cursor);
  return cursor.index === pattern.length ? node : undefined;
}

function parseChoice(cursor: Cursor): RegexNode | undefined {
  const branches: RegexNode[] = [];
  for (;;) {
    const branch = parseSequence(cursor);
    if (branch === undefined) return undefined;
    branches.push(branch);
    if (cursor.pattern[cursor.index] !== "|") return branches.length === 1 ? branch : { kind: "choice", branches };
    cursor.index += 1;
  }
}

function parseSequence(cursor: Cursor): RegexNode | undefined {
  const nodes: RegexNode[] = [];
  while (cursor.index < cursor.pattern.length && !"|)".includes(cursor.pattern.charAt(cursor.index))) {
    const atom = parseAtom(cursor);
    if (atom === undefined) return undefined;
    nodes.push(parseQuantifier(cursor, atom));
  }
  return { kind: "sequence", nodes };
}

function parseAtom(cursor: Cursor): RegexNode | undefined {
  const letter = cursor.pattern.charAt(cursor.index);
  if (letter === "(") return parseGroup(cursor);
  if (letter === "[") return parseSet(cursor);
  if (letter === "\\") return parseEscape(cursor);
  const code = cursor.pattern.codePointAt(cursor.index) ?? 0;
  cursor.index += String.fromCodePoint(code).length;
  if (letter === "^") return { kind: "edge", at: "start" };
  if (letter === "$") return { kind: "edge", at: "end" };
  if (letter === ".") return ANY;
  return "*+?".includes(letter) ? undefined : { kind: "set", ranges: [[code, code]], negated: false };
}

function parseEscape(cursor: Cursor): RegexNode | undefined {
  if (/[bB]/.test(cursor.pattern.charAt(cursor.index + 1))) {
    cursor.index += 2;
    return EMPTY;
  }
  const escape = parseClassEscape(cursor.pattern, cursor.index);
  if (escape === undefined) return undefined;
  cursor.index += escape.length;
  return { kind: "set", ranges: escape.ranges, negated: escape.negated };
}

function parseGroup(cursor: Cursor): RegexNode | undefined {
  const opening = /^\((?:\?(?:(:)|([=!])|<([=!])|<[A-Za-z_$][\w$]*>))?/.exec(cursor.pattern.slice(cursor.index));
  if (opening === null || cursor.pattern.startsWith("(?", cursor.index) !== opening[0].startsWith("(?"))
    return undefined;
  cursor.index += opening[0].length;
  const inner = parseChoice(cursor);
  if (inner === undefined || cursor.pattern[cursor.index] !== ")") return undefined;
  cursor.index += 1;
  return opening[2] === undefined && opening[3] === undefined ? inner : EMPTY;
}

function parseSet(cursor: Cursor): RegexNode | undefined {
  cursor.index += 1;
  const negated = cursor.pattern[cursor.index] === "^";
  if (negated) cursor.index += 1;
  const ranges: CodePointRange[] = [];
  while (cursor.pattern[cursor.index] !== "]") {
    const first = parseSetMember(cursor);
    if (first === undefined) return undefined;
    const next = cursor.pattern[cursor.index + 1];
    if (cursor.pattern[cursor.index] !== "-" || next === "]" || next === undefined) {
      ranges.push(...first);
      continue;
    }
    cursor.index += 1;
    const last = parseSetMember(cursor);
    if (last === undefined) return undefined;
    ranges.push([first[0]?.[0] ?? 0, last[0]?.[1] ?? 0]);
  }
  cursor.index += 1;
  return { kind: "set", ranges, negated };
}

function parseSetMember(cursor: Cursor): readonly CodePointRange[] | undefined {
  if (cursor.pattern[cursor.index] === "\\") {
    const escape = parseClassEscape(cursor.pattern, cursor.index);
    if (escape === undefined) return undefined;
    cursor.index += escape.length;
    return escape.negated ? complement(escape.ranges) : escape.ranges;
  }
  const code = cursor.pattern.codePointAt(cursor.index);
  if (code === undefined) return undefined;
  cursor.index += String.fromCodePoint(code).length;
  return [[code, code]];
}

/** The printable ASCII outside some ranges: enough of `\S` or `\D` inside a set. */
function complement(ranges: readonly CodePointRange[]): readonly CodePointRange[] {
  const codes = Array.from({ length: 95 }, (_, offset) => 32 + offset);
  return codes
    .filter((code) => !ranges.some(([first, last]) => code >= first && code <= last))
    .map((code) => [code, code] as const);
}

function parseQuantifier(cursor: Cursor, node: RegexNode): RegexNode {
  const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(cursor.pattern.slice(cursor.index, cursor.index + 24));
  if (found === null) return node;
  cursor.index += found[0].length;
  if (found[1] !== undefined) {
    return { kind: "repeat", node, minimum: found[1] === "+" ? 1 : 0, maximum: found[1] === "?" ? 1 : Infinity };
  }
  const minimum = Number(found[2]);
  if (found[3] === "") return { kind: "repeat", node, minimum, maximum: minimum };
  return { kind: "repeat", node, minimum, maximum: found[4] === "" ? Infinity : Number(found[4]) };
}
