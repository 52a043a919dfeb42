/** A line of a YAML file and how far it is indented. */
interface Line {
  readonly text: string;
  readonly index: number;
  readonly indent: number;
}

/**
 * A place in a YAML file in block style where an entry can be added without reading the rest: behind the line of a key.
 * `indent` is that of the entries under the key. For example `keyPlace(lines, 0, "repos")`.
 */
export interface KeyPlace {
  /** The index of the key's line. */
  readonly index: number;
  /** How far what is under the key is indented; undefined where nothing is under it. */
  readonly indent: number | undefined;
}

/** Finds a key on a level: below the key `under`, or at the top. Undefined where it is not there in block style. */
export function keyPlace(lines: readonly string[], key: string, under?: KeyPlace): KeyPlace | undefined {
  const level = under === undefined ? 0 : under.indent;
  const found = contentLines(lines, under).find(
    ({ text, indent }) => indent === level && new RegExp(`^${key}:\\s*(?:#.*)?$`, "u").test(text.trimStart()),
  );
  if (found === undefined) return undefined;
  const [first] = contentLines(lines, { index: found.index, indent: undefined });
  const isList = first !== undefined && first.indent === found.indent && /^-(?:\s|$)/u.test(first.text.trimStart());
  const isInside = first !== undefined && (first.indent > found.indent || isList);
  return { index: found.index, indent: isInside ? first.indent : undefined };
}

/** Whether a key is there in any form, such as `key: {}` or `"key":`. */
export function hasKey(lines: readonly string[], key: string, under?: KeyPlace): boolean {
  const level = under === undefined ? 0 : under.indent;
  const form = new RegExp(`^["']?${key}["']?\\s*:`, "u");
  return contentLines(lines, under).some(({ text, indent }) => indent === level && form.test(text.trimStart()));
}

/** Adds lines behind the line of a key, indented as what is under it. */
export function insertUnder(lines: readonly string[], place: KeyPlace, entry: readonly string[]): readonly string[] {
  const indent = " ".repeat(place.indent ?? 2);
  return lines.toSpliced(place.index + 1, 0, ...entry.map((line) => indent + line));
}

/** A text as a YAML value on one line: as it is where that is safe, else in double quotes. */
export function yamlText(text: string): string {
  return /^\w[\w @%+=,./&'-]*$/u.test(text) ? text : JSON.stringify(text);
}

/** The lines that say something, below a key or in the whole file. */
function contentLines(lines: readonly string[], under: KeyPlace | undefined): readonly Line[] {
  const start = under === undefined ? 0 : under.index + 1;
  const owner = under === undefined ? -1 : indentOf(lines[under.index] ?? "");
  const content = lines
    .map((text, index): Line => ({ text, index, indent: indentOf(text) }))
    .slice(start)
    .filter(({ text }) => !/^\s*(?:#.*)?$/u.test(text));
  const end = content.findIndex(
    ({ text, indent }) => indent < owner || (indent === owner && !text.trimStart().startsWith("-")),
  );
  return end === -1 || under === undefined ? content : content.slice(0, end);
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
