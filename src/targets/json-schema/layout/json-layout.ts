import type { JsonValue } from "../../../support/json.js";

/** Where a value is printed. */
export interface JsonPlace {
  /** The spaces that its line starts with. */
  readonly indent: number;
  /** The columns before the value on its first line: the indent, and the key with its colon. */
  readonly column: number;
  /** Whether a comma follows it. */
  readonly comma: boolean;
}

/** Makes the text of a value for a place, without the comma. For example `stringifyLayout([1], place)` gives three lines. */
export type JsonLayout = (value: JsonValue, place: JsonPlace) => string;
