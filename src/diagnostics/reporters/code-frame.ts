import type { SourceLocation } from "../diagnostic.js";
import type { ReportContext } from "./reporter.js";
import { visibleText } from "./visible-text.js";

const LINES_AROUND = 1;
const COLUMNS = 120;

/** The lines around a place, the place marked by a caret; undefined where the file does not reach that far. */
export function codeFrame(readLine: ReportContext["readLine"], location: SourceLocation): string | undefined {
  const { file, line, column } = location;
  const marked = readLine(file, line);
  if (marked === undefined || marked.trim() === "") return undefined;
  const numbers = Array.from({ length: 2 * LINES_AROUND + 1 }, (_, index) => line - LINES_AROUND + index);
  const shown = numbers.flatMap((number) => {
    const text = number < 1 ? undefined : readLine(file, number);
    return text === undefined ? [] : [{ number, text }];
  });
  const width = String(shown.at(-1)?.number).length;
  const frame: string[] = [];
  for (const { number, text } of shown) {
    const visible = visibleText(text.slice(0, COLUMNS).replaceAll("\t", " "));
    frame.push(`${String(number).padStart(width)} | ${visible}`.trimEnd());
    if (number === line && column <= COLUMNS) frame.push(`${" ".repeat(width)} | ${" ".repeat(column - 1)}^`);
  }
  return frame.join("\n");
}
