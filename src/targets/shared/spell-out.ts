/** How far a text is spelt out: as it is usually written, its marks as words, with its letters' case as a word, or all of it. */
const FORMS = [(text: string) => text, marked, (text: string) => `${caseOf(text)} ${marked(text)}`, codePoints] as const;

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
  const forms = new Map(texts.map((text) => [text, 0]));
  const nameAt = (text: T): string => {
    const form = forms.get(text) ?? 0;
    return nameOf(text, form === 0 ? undefined : FORMS[form]?.(textOf(text)));
  };
  const vacated = new Set<string>();
  const speltOut: SpeltOut<T>[] = [];
  for (;;) {
    const groups = groupBy(texts, (text) => key(nameAt(text)));
    const clashing = [...groups].filter(([name, group]) => group.length > 1 || vacated.has(name));
    const movable = clashing.filter(([, group]) => group.some((text) => (forms.get(text) ?? 0) < FORMS.length - 1));
    if (movable.length === 0) break;
    for (const [name, group] of movable) {
      const [first] = group;
      if (group.length > 1 && first !== undefined) speltOut.push({ texts: group, shared: nameAt(first) });
      vacated.add(name);
    }
    for (const text of movable.flatMap(([, group]) => group)) forms.set(text, (forms.get(text) ?? 0) + 1);
  }
  return { names: new Map(texts.map((text) => [text, nameAt(text)])), speltOut };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
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

/** Texts that differ in their letters' case alone differ in this. For example `URL`, `url` and `Url`. */
function caseOf(text: string): string {
  if (text === text.toLowerCase()) return "lower";
  if (text === text.toUpperCase()) return "upper";
  return /^\P{Lu}*\p{Lu}\P{Lu}*$/u.test(text) && /^\p{Lu}/u.test(text) ? "capital" : "mixed";
}

/** What no other text is spelt as. For example `é` → `uE9`. */
function codePoints(text: string): string {
  return [...text].map((character) => `u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(" ");
}
