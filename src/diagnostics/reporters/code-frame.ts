import type { SourceLocation } from "../diagnostic.js";
import { visibleText } from "./visible-text.js";

const LINES_AROUND = 1;
const COLUMNS = 120;

/** The lines around a place, the place marked by a caret; undefined where the text does not reach that far. */
export function codeFrame(source: string, { line, column }: SourceLocation): string | undefined {
  const lines = source.split(/\r?\n/);
  const marked = lines[line - 1];
  if (marked === undefined || marked.trim() === "") return undefined;
  const first = Math.max(1, line - LINES_AROUND);
  const last = Math.min(lines.length, line + LINES_AROUND);
  const width = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const text = visibleText((lines[number - 1] ?? "").replaceAll("\t", " ").slice(0, COLUMNS));
    frame.push(`${String(number).padStart(width)} | ${text}`.trimEnd());
    if (number === line && column <= COLUMNS) frame.push(`${" ".repeat(width)} | ${" ".repeat(column - 1)}^`);
  }
  return frame.join("\n");
}
