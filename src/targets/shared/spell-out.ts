import { settleNames } from "./settle-names.js";

/** How far a text is spelt out: as it is usually written, its marks as words, with its letters' case as a word, or all of it. */
const FORMS = [
  (text: string) => text,
  marked,
  (text: string) => `${caseOf(text)} ${marked(text)}`,
  codePoints,
] as const;

/** Some texts that would have had one name, and what they are called instead. */
export interface SpeltOut<T> {
  readonly texts: readonly T[];
  /** The name that none of them has. */
  readonly shared: string;
}

/** Names for texts, and which of them had to be spelt out. */
export interface DistinctNames<T> {
  readonly names: ReadonlyMap<T, string>;
  readonly speltOut: readonly SpeltOut<T>[];
}

interface Naming<T> {
  readonly textOf: (text: T) => string;
  /** The language's name for what a form says. The first form is given as the text itself. */
  readonly nameOf: (text: T, form: string | undefined) => string;
  /** What makes two names one to the language. */
  readonly key: (name: string) => string;
}

/**
 * Names texts so that a new one never takes over an old one's name: where several would have one name, none of them has
 * it, and each is spelt by its own text instead. For example `gmt-1` alone is `gmt1`; beside `gmt+1` it is `gmtMinus1`.
 */
export function distinctNames<T>(texts: readonly T[], { textOf, nameOf, key }: Naming<T>): DistinctNames<T> {
  const wishes = texts.map((text) =>
    FORMS.map((form, index) => nameOf(text, index === 0 ? undefined : form(textOf(text)))),
  );
  const { names, clashes } = settleNames(wishes, key);
  const speltOut = clashes.map(({ name, members }) => ({
    texts: texts.filter((_, index) => members.includes(index)),
    shared: name,
  }));
  return { names: new Map(texts.map((text, index) => [text, names[index] ?? ""])), speltOut };
}

const MARKS: Readonly<Record<string, string>> = {
  "+": "plus",
  "-": "dash",
  _: "underscore",
  ".": "dot",
  ",": "comma",
  ":": "colon",
  ";": "semicolon",
  "/": "slash",
  "\\": "backslash",
  "|": "bar",
  " ": "space",
  "@": "at",
  "#": "hash",
  $: "dollar",
  "%": "percent",
  "&": "and",
  "*": "star",
  "=": "equals",
  "<": "less",
  ">": "greater",
  "!": "not",
  "?": "question",
  "~": "tilde",
};

/** For example `gmt-1` → `gmt minus 1`, `x-id` → `x dash id`. */
function marked(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, (mark, at: number) => {
    const isMinus = mark === "-" && /\d/.test(text[at + 1] ?? "");
    return isMinus ? " minus " : ` ${MARKS[mark] ?? codePoints(mark)} `;
  });
}

/** Texts that differ in their letters' case alone differ in this. For example `URL`, `url`, `Url` and `uRL`. */
function caseOf(text: string): string {
  if (text === text.toLowerCase()) return "lower";
  if (text === text.toUpperCase()) return "upper";
  return /^\p{Lu}/u.test(text) ? "capital" : "mixed";
}

/** What no other text is spelt as. For example `é` → `uE9`. */
function codePoints(text: string): string {
  return [...text].map((character) => `u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(" ");
}
