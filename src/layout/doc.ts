/**
 * A layout that still has a choice of line breaks: text, sequences, and groups that are printed on one line where they
 * fit. The algebra is Prettier's, cut down to what generated code needs, so that formatters agree with the result.
 */
export type Doc = string | SequenceDoc | GroupDoc | IndentDoc | LineDoc | IfBrokenDoc | SpareDoc;

/** Parts one after the other. */
export interface SequenceDoc {
  readonly kind: "sequence";
  readonly parts: readonly Doc[];
}

/** Printed without line breaks where that fits. `id` lets another part ask afterwards how this one was printed. */
export interface GroupDoc {
  readonly kind: "group";
  readonly contents: Doc;
  readonly id: string | undefined;
}

/** Two more columns after each line break inside; with `onlyIf`, only where the group of that id was broken. */
export interface IndentDoc {
  readonly kind: "indent";
  readonly contents: Doc;
  readonly onlyIf: string | undefined;
}

/** A line break where the group is broken; else a space, or nothing. */
export interface LineDoc {
  readonly kind: "line";
  readonly flat: " " | "";
}

/** One text where the group is broken, another where it is not. */
export interface IfBrokenDoc {
  readonly kind: "if-broken";
  readonly broken: Doc;
  readonly flat: Doc;
}

/** Columns that nothing is printed in, but that have to be free for a group to stay on one line. */
export interface SpareDoc {
  readonly kind: "spare";
  readonly columns: number;
}

/** A space, or a line break in a broken group. */
export const line: LineDoc = { kind: "line", flat: " " };

/** Nothing, or a line break in a broken group. */
export const softline: LineDoc = { kind: "line", flat: "" };

/** For example `sequence("[", softline, "]")`. */
export function sequence(...parts: readonly Doc[]): Doc {
  return { kind: "sequence", parts };
}

/** For example `group(sequence("[", softline, "]"))`. */
export function group(contents: Doc, id?: string): Doc {
  return { kind: "group", contents, id };
}

/** For example `indent(sequence(softline, "string"))`. */
export function indent(contents: Doc, onlyIf?: string): Doc {
  return { kind: "indent", contents, onlyIf };
}

/** For example `ifBroken(",")`: a comma after the last element, where the elements stand on lines of their own. */
export function ifBroken(broken: Doc, flat: Doc = ""): Doc {
  return { kind: "if-broken", broken, flat };
}

/** For example `spare(1)`, where a formatter counts a comma that it would write only after a break. */
export function spare(columns: number): Doc {
  return { kind: "spare", columns };
}

/** Puts a separator between parts. For example `join(sequence(",", line), ["A", "B"])`. */
export function join(separator: Doc, parts: readonly Doc[]): Doc {
  return sequence(...parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));
}
