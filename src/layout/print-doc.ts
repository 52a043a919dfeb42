import { unreachable } from "../support/invariant.js";
import type { Doc } from "./doc.js";
import { fits, type Pending } from "./fits.js";

/** What a language's formatter keeps lines to. For example `{ width: 80, widthOf: textWidth }`. */
export interface Page {
  readonly width: number;
  /** The columns that a text takes. */
  readonly widthOf: (text: string) => number;
}

interface Printer {
  readonly page: Page;
  readonly output: string[];
  readonly stack: Pending[];
  readonly brokenGroups: Map<string, boolean>;
  column: number;
}

/**
 * Prints a layout on a page. `indentation` is the column at which the text starts; it is not printed, but the lines
 * after the first begin with it. For example `printDoc(group(sequence("[", softline, "]")), 2, page)`.
 */
export function printDoc(doc: Doc, indentation: number, page: Page): string {
  const printer: Printer = {
    page,
    output: [],
    stack: [{ doc, indentation, broken: true }],
    brokenGroups: new Map(),
    column: indentation,
  };
  for (let next = printer.stack.pop(); next !== undefined; next = printer.stack.pop()) printNext(printer, next);
  return printer.output.join("");
}

function printNext(printer: Printer, next: Pending): void {
  const { doc } = next;
  if (typeof doc === "string") return printText(printer, doc);
  switch (doc.kind) {
    case "sequence":
      for (const part of doc.parts.toReversed()) printer.stack.push({ ...next, doc: part });
      return;
    case "group": {
      const broken = next.broken && !fitsFlat(printer, { ...next, doc: doc.contents, broken: false });
      if (doc.id !== undefined) printer.brokenGroups.set(doc.id, broken);
      printer.stack.push({ ...next, doc: doc.contents, broken });
      return;
    }
    case "indent": {
      const applies = doc.onlyIf === undefined || printer.brokenGroups.get(doc.onlyIf) === true;
      printer.stack.push({ ...next, doc: doc.contents, indentation: next.indentation + (applies ? 2 : 0) });
      return;
    }
    case "if-broken":
      printer.stack.push({ ...next, doc: next.broken ? doc.broken : doc.flat });
      return;
    case "line":
      return next.broken ? printBreak(printer, next.indentation) : printText(printer, doc.flat);
    case "spare":
      return;
    default:
      unreachable(doc);
  }
}

function fitsFlat(printer: Printer, next: Pending): boolean {
  const { stack: rest, brokenGroups, page } = printer;
  return fits(next, { columns: page.width - printer.column, widthOf: page.widthOf, rest, brokenGroups });
}

function printText(printer: Printer, text: string): void {
  printer.output.push(text);
  printer.column += printer.page.widthOf(text);
}

/** A line never ends in a space: `key: ` before a break becomes `key:`. */
function printBreak(printer: Printer, indentation: number): void {
  const { output } = printer;
  const last = output.pop();
  if (last !== undefined) output.push(last.trimEnd());
  output.push(`\n${" ".repeat(indentation)}`);
  printer.column = indentation;
}
