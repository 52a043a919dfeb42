import type { Options } from "prettier";
import type * as Prettier from "prettier";

/**
 * Lays a changed file out as it was before: where Prettier, set up as the project or the file itself says, had nothing
 * to change, it has nothing to change afterwards. A file that is laid out in another way keeps its lines; what was
 * added stands in it as it is.
 */
export async function layOut(file: string, before: string, after: string): Promise<string> {
  const prettier = await import("prettier");
  const options = { ...(await optionsFor(prettier, file, before)), filepath: file };
  const wasLaidOut = (await prettier.format(before, options)) === before;
  return wasLaidOut ? prettier.format(after, options) : after;
}

async function optionsFor(prettier: typeof Prettier, file: string, text: string): Promise<Options> {
  return (await prettier.resolveConfig(file, { editorconfig: true })) ?? habits(text);
}

/** What a file shows of its author's habits where nothing is configured. */
function habits(text: string): Options {
  const indent = /^([ \t]+)\S/mu.exec(text)?.[1] ?? "  ";
  const longest = Math.max(...text.split(/\r?\n/u).map(({ length }) => length));
  return {
    useTabs: indent.startsWith("\t"),
    tabWidth: indent.startsWith("\t") ? 2 : indent.length,
    semi: /;\r?$/mu.test(text),
    singleQuote: /^import .*'/mu.test(text),
    printWidth: longest > 100 ? 120 : longest > 80 ? 100 : 80,
    endOfLine: text.includes("\r\n") ? "crlf" : "lf",
  };
}
