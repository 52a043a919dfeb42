/** A place in a text, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset in a text. For example `positionAt("a\nb", 2)` is line 2, column 1. */
export function positionAt(text: string, offset: number): Position {
  return positionsIn(text)(offset);
}

/** Looks through a text once, and then gives the place of any offset. */
export function positionsIn(text: string): (offset: number) => Position {
  const ends = Array.from(text.matchAll(/\r\n|\r|\n/gu), ({ index, 0: end }) => index + end.length);
  const starts = [0, ...ends];
  return (offset) => {
    let [line, beyond] = [0, starts.length];
    while (beyond - line > 1) {
      const middle = (line + beyond) >>> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: Math.min(offset, text.length) - (starts[line] ?? 0) + 1 };
  };
}
