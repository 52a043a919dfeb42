/** A regular expression as a tree. What stands for one character stays as it is written: engines know best what it means. */
export type Regex =
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Regex[] }
  | { readonly kind: "repeat"; readonly part: Regex; readonly minimum: number; readonly maximum: number }
  /** One character. For example `[a-z]`, `\d`, `.` or `a`. */
  | { readonly kind: "character"; readonly source: string }
  | { readonly kind: "edge"; readonly at: "start" | "end" | "word" | "no word" }
  | { readonly kind: "ahead"; readonly part: Regex; readonly negated: boolean };

/** What is read, and where the reader stands. Local to one call of `parseRegex`. */
interface Cursor {
  readonly pattern: string;
  readonly isUnicode: boolean;
  index: number;
}

/** A group's opening; the others (`(?<=`, `(?<!`, `(?i:`) look back or change what letters mean. */
const GROUP = /^\((?:\?(?:(:)|([=!])|<[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*>)|(?!\?))/u;
const QUANTIFIER = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/u;
const SET = /^\[(?:\\[^]|[^\]\\])*\]/u;
const EDGES = { "^": "start", $: "end", "\\b": "word", "\\B": "no word" } as const;
/** Escapes of one character, with and without the flag `u`. What looks back (`\1`, `\k<n>`) is none. */
const UNICODE_ESCAPE =
  /^\\(?:u\{[\da-f]+\}|u[d][89ab][\da-f]{2}\\u[d][c-f][\da-f]{2}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|p\{[^}]*\}|0(?!\d)|[^1-9kupxc0])/iu;
const PLAIN_ESCAPE = /^\\(?:u[\da-f]{4}|x[\da-f]{2}|c[a-z]|0(?!\d)|[^\dkc])/i;

/**
 * Reads an expression that the engine compiles; undefined for one that needs more than a look at each character: back
 * references and lookbehinds. For example `^a+$`: an edge, a repeated character, an edge.
 */
export function parseRegex(pattern: string, flags: "u" | ""): Regex | undefined {
  const cursor: Cursor = { pattern, isUnicode: flags === "u", index: 0 };
  const regex = parseChoice(cursor);
  return cursor.index === pattern.length ? regex : undefined;
}

function rest({ pattern, index }: Cursor): string {
  return pattern.slice(index);
}

function parseChoice(cursor: Cursor): Regex | undefined {
  const parts: Regex[] = [];
  for (;;) {
    const part = parseSequence(cursor);
    if (part === undefined) return undefined;
    parts.push(part);
    if (cursor.pattern[cursor.index] !== "|") return { kind: "choice", parts };
    cursor.index += 1;
  }
}

function parseSequence(cursor: Cursor): Regex | undefined {
  const parts: Regex[] = [];
  while (cursor.index < cursor.pattern.length && !"|)".includes(cursor.pattern.charAt(cursor.index))) {
    const part = parseGroup(cursor) ?? parseEdge(cursor) ?? parseCharacter(cursor);
    if (part === undefined) return undefined;
    parts.push(parseQuantifier(cursor, part));
  }
  return { kind: "sequence", parts };
}

function parseGroup(cursor: Cursor): Regex | undefined {
  const opening = GROUP.exec(rest(cursor));
  if (opening === null) return undefined;
  cursor.index += opening[0].length;
  const part = parseChoice(cursor);
  if (part === undefined || cursor.pattern[cursor.index] !== ")") return undefined;
  cursor.index += 1;
  return opening[2] === undefined ? part : { kind: "ahead", part, negated: opening[2] === "!" };
}

function parseEdge(cursor: Cursor): Regex | undefined {
  for (const [text, at] of Object.entries(EDGES)) {
    if (!cursor.pattern.startsWith(text, cursor.index)) continue;
    cursor.index += text.length;
    return { kind: "edge", at };
  }
  return undefined;
}

function parseCharacter(cursor: Cursor): Regex | undefined {
  const { isUnicode } = cursor;
  const text = rest(cursor);
  const first = text.charAt(0);
  if (first === "(") return undefined;
  const source =
    first === "["
      ? SET.exec(text)?.[0]
      : first === "\\"
        ? (isUnicode ? UNICODE_ESCAPE : PLAIN_ESCAPE).exec(text)?.[0]
        : isUnicode
          ? String.fromCodePoint(text.codePointAt(0) ?? 0)
          : first;
  if (source === undefined) return undefined;
  cursor.index += source.length;
  return { kind: "character", source };
}

function parseQuantifier(cursor: Cursor, part: Regex): Regex {
  const found = QUANTIFIER.exec(rest(cursor));
  if (found === null) return part;
  cursor.index += found[0].length;
  const [, sign, least, comma, most] = found;
  if (sign !== undefined)
    return { kind: "repeat", part, minimum: sign === "+" ? 1 : 0, maximum: sign === "?" ? 1 : Infinity };
  const minimum = Number(least);
  return { kind: "repeat", part, minimum, maximum: comma === "" ? minimum : most === "" ? Infinity : Number(most) };
}
