/** The document, as finished pieces of JSON text. Nothing in it is left to name, escape, order or lay out. */
export interface DocumentView {
  /** What stands before the definitions, in order. For example `$schema` and `title`. */
  readonly members: readonly MemberView[];
  /** Every registered definition, in the registry's order. */
  readonly definitions: readonly DefinitionView[];
}

/** For example `{ key: "\"title\"", value: "\"Gateway\"" }`. */
export interface MemberView {
  /** A JSON string, quotes included. */
  readonly key: string;
  /** JSON text; its lines after the first are indented for where it stands. */
  readonly value: string;
}

/** For example `{ key: "\"TickEvent\"", value: "{}", comma: "," }`. */
export interface DefinitionView extends MemberView {
  /** What separates it from the next: empty after the last. */
  readonly comma: "," | "";
}
