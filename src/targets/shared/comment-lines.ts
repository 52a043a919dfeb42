const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/u;

/** The lines of a text from a schema, each made safe for the comment by `clean`; empty ones around it are dropped. */
export function textLines(text: string, clean: (line: string) => string): readonly string[] {
  const lines = text.split(LINE_BREAK).map((line) => clean(line).trimEnd());
  const start = lines.findIndex((line) => line !== "");
  const end = lines.findLastIndex((line) => line !== "");
  return start === -1 ? [] : lines.slice(start, end + 1);
}

/** A text from a schema as one line. */
export function onOneLine(text: string): string {
  return text.split(LINE_BREAK).join(" ");
}

/** Puts an empty line between blocks that say something. For example `[["A."], [], ["B."]]` → `A.`, ``, `B.`. */
export function paragraphs(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}
