import type { ListView } from "./view-model.js";

/** The width that swift-format keeps lines to. */
const LINE_WIDTH = 100;

/** Blanks before a line that stands inside `depth` types or bodies. */
export function indentation(depth: number): number {
  return depth * 2;
}

/** Whether a line fits where it stands. */
export function fits(line: string, depth: number): boolean {
  return indentation(depth) + line.length <= LINE_WIDTH;
}

/** A list on one line where that fits, on a line per item otherwise. `fitsAs` is asked with the items on one line. */
export function listView(texts: readonly string[], fitsAs: (line: string) => boolean): ListView {
  const tall = !fitsAs(texts.join(", "));
  const separator = tall ? "," : ", ";
  return { items: texts.map((text, index) => ({ text, separator: index < texts.length - 1 ? separator : "" })), tall };
}
