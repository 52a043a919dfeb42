/** The line and column, both from 1, of an offset in a text. For example `positionAt("a\nb", 2)` is line 2, column 1. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/u);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
