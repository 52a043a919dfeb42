const WIDTH = 100;
const MARK = "/// ";
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * The lines of a doc comment, each with its `///`, wrapped at 100 columns. Paragraphs come from separate notes and from
 * line breaks in the text. A line comment ends at its line's end only, so nothing in the text can end it early; marks
 * that cannot be seen (controls, reading direction) are written as escapes. `depth` counts the enclosing types.
 */
export function docLines(notes: readonly (string | undefined)[], depth: number): readonly string[] {
  const width = Math.max(40, WIDTH - depth * 2 - MARK.length);
  const paragraphs = notes.filter((note) => note !== undefined && note.trim() !== "").map((note) => note ?? "");
  return paragraphs.flatMap((note, index) => [
    ...(index > 0 ? ["///"] : []),
    ...note.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => wrap(visible(line), width)),
  ]);
}

function visible(line: string): string {
  return line
    .replaceAll("\t", " ")
    .trimEnd()
    .replace(HIDDEN, (mark: string) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}

function wrap(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/ +/)) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].map((text) => (text === "" ? "///" : MARK + text));
}
