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

/** The layout of `JSON.stringify(value, null, 2)`: everything on a line of its own. Newlines in texts are escaped there. */
export function stringifyLayout(value: JsonValue, place: JsonPlace): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${" ".repeat(place.indent)}`);
}
