import { isJsonArray, type JsonObject, type JsonValue } from "../../../support/json.js";
import type { JsonPlace } from "./json-layout.js";
import { textWidth } from "../../../support/text-width.js";

const PRINT_WIDTH = 80;

/**
 * The layout that Prettier 3 gives, with its defaults, to the text of `JSON.stringify(value, null, 2)`, character by
 * character: objects stay open since their first key is on a new line, arrays are closed up where they fit.
 * Prettier itself takes two seconds for a large protocol.
 */
export function prettierLayout(value: JsonValue, place: JsonPlace): string {
  if (isJsonArray(value)) return printArray(value, place);
  if (typeof value === "object" && value !== null) return printObject(value, place.indent);
  return scalarText(value);
}

function printObject(value: JsonObject, indent: number): string {
  const entries = Object.entries(value);
  const lines = entries.map(([key, item], index) => {
    const name = `${JSON.stringify(key)}: `;
    const column = indent + 2 + textWidth(name);
    return name + prettierLayout(item, { indent: indent + 2, column, comma: index < entries.length - 1 });
  });
  return block(["{", "}"], lines, indent);
}

function printArray(value: readonly JsonValue[], place: JsonPlace): string {
  const { indent, column, comma } = place;
  const flat = flatText(value);
  if (flat !== undefined && column + textWidth(flat) + (comma ? 1 : 0) <= PRINT_WIDTH) return flat;
  const numbers = value.filter((item) => typeof item === "number");
  if (numbers.length === value.length && numbers.length > 1) {
    return block(["[", "]"], [fillNumbers(numbers.map(scalarText), indent + 2, PRINT_WIDTH)], indent);
  }
  const lines = value.map((item, index) =>
    prettierLayout(item, { indent: indent + 2, column: indent + 2, comma: index < value.length - 1 }),
  );
  return block(["[", "]"], lines, indent);
}

/** The value on one line, or undefined where something in it must start a new one. */
function flatText(value: JsonValue): string | undefined {
  if (isJsonArray(value)) {
    if (isTable(value)) return undefined;
    const items = value.map(flatText);
    return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0 ? "{}" : undefined;
  return scalarText(value);
}

/** Prettier gives every row of a table its own line: two or more arrays, each of two or more elements. */
function isTable(value: readonly JsonValue[]): boolean {
  return value.length > 1 && value.every((item) => isJsonArray(item) && item.length > 1);
}

function block([open, close]: readonly [string, string], lines: readonly string[], indent: number): string {
  if (lines.length === 0) return open + close;
  const start = `\n${" ".repeat(indent + 2)}`;
  return `${open}${start}${lines.join(`,${start}`)}\n${" ".repeat(indent)}${close}`;
}

/** A scalar as Prettier writes it: as JSON does, but for the plus of an exponent. For example `1e+21` becomes `1e21`. */
function scalarText(value: string | number | boolean | null): string {
  const text = JSON.stringify(value);
  return typeof value === "number" ? text.replace("e+", "e") : text;
}

/**
 * Prettier sets arrays of numbers like running text: as many on a line as fit, here as `1, 2,` and `3`.
 * Returns the lines joined, without the indent of the first one.
 */
function fillNumbers(numbers: readonly string[], indent: number, width: number): string {
  let text = "";
  let column = indent;
  numbers.forEach((number, index) => {
    const piece = index < numbers.length - 1 ? `${number},` : number;
    const fits = column + 1 + piece.length <= width;
    if (index > 0) text += fits ? " " : `\n${" ".repeat(indent)}`;
    column = (index === 0 || !fits ? indent : column + 1) + piece.length;
    text += piece;
  });
  return text;
}
