import type { Doc } from "./doc.js";
import { type Page, printDoc } from "./print-doc.js";

/** Where a line of a language may break; it is given without the blanks before it. */
export type LineLayout = (line: string) => Doc;

/**
 * Breaks the lines of printed text that a page has no room for, so that templates need say each line only once, on one
 * line. For example `init(a: A, b: B) {` becomes four lines where it is too long. A line that fills the page is laid out
 * too, since a layout may ask for spare room.
 */
export function breakLines(text: string, page: Page, layOut: LineLayout): string {
  const broken = (line: string): string => {
    if (page.widthOf(line) < page.width) return line;
    const code = line.trimStart();
    const indentation = line.length - code.length;
    return line.slice(0, indentation) + printDoc(layOut(code), indentation, page);
  };
  return text.split("\n").map(broken).join("\n");
}
