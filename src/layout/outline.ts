const STRING = /"(?:\\.|[^"\\])*"/gsu;

/** Stands for a character that is not shown. */
const HIDDEN = "\0";

/**
 * A line of code in which only what stands outside brackets and strings is shown, character for character at its place,
 * so that a mark found in it is one of the line's own. `pairs` are the brackets.
 * For example `f("a, b", [c, d]), e` → `f(              ), e`, with blanks for what is hidden.
 */
export function outline(line: string, pairs: string): string {
  const code = line.replace(STRING, (text) => HIDDEN.repeat(text.length));
  let depth = 0;
  let shown = "";
  for (let index = 0; index < code.length; index += 1) {
    const character = code.charAt(index);
    const bracket = pairs.indexOf(character);
    if (bracket % 2 === 1) depth = Math.max(0, depth - 1);
    shown += depth === 0 ? character : HIDDEN;
    if (bracket !== -1 && bracket % 2 === 0) depth += 1;
  }
  return shown;
}

/** The parts of a line between its own marks. For example `splitOutside("a: [b, c], d", ", ", "[]")` → `a: [b, c]`, `d`. */
export function splitOutside(line: string, mark: string, pairs: string): readonly string[] {
  const shown = outline(line, pairs);
  const parts: string[] = [];
  let start = 0;
  for (let at = shown.indexOf(mark); at !== -1; at = shown.indexOf(mark, start)) {
    parts.push(line.slice(start, at));
    start = at + mark.length;
  }
  return [...parts, line.slice(start)];
}
