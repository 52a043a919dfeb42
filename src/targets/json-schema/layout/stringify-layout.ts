import type { JsonValue } from "../../../support/json.js";
import type { JsonPlace } from "./json-layout.js";

/** The layout of `JSON.stringify(value, null, 2)`: everything on a line of its own. Newlines in texts are escaped there. */
export function stringifyLayout(value: JsonValue, place: JsonPlace): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${" ".repeat(place.indent)}`);
}
