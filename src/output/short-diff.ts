import { structuredPatch, type StructuredPatchHunk } from "diff";
import { withUnixLineEndings } from "./same-text.js";

const CONTEXT = 3;
const COMPARED_LINES = 60;
const PRINTED_LINES = 16;
const PRINTED_COLUMNS = 160;

/** Where two texts begin to differ. */
export interface ShortDiff {
  /** The first differing line of the committed text, from 1. */
  readonly line: number;
  /** A unified diff of the lines from there on, cut to a size that a person reads. */
  readonly text: string;
}

/**
 * Compares a committed text with what should be there. Only a window around the first difference is given to the diff
 * algorithm: it is quadratic, and a generated file has a hundred thousand lines.
 */
export function shortDiff(committed: string, generated: string): ShortDiff {
  const left = linesOf(committed);
  const right = linesOf(generated);
  const prefix = commonPrefix(left, right);
  const suffix = commonSuffix(left, right, prefix);
  const start = Math.max(0, prefix - CONTEXT);
  const window = (lines: readonly string[]): readonly string[] =>
    lines.slice(start, Math.min(prefix + COMPARED_LINES, lines.length - suffix + CONTEXT));
  const isCut = Math.max(left.length, right.length) - suffix - prefix > COMPARED_LINES;
  const lines = diffLines(window(left), window(right), { start, isCut });
  const printed = lines.slice(0, PRINTED_LINES).map(shorten);
  const more = isCut || lines.length > PRINTED_LINES ? ["…"] : [];
  return { line: Math.max(1, Math.min(prefix + 1, left.length)), text: [...printed, ...more].join("\n") };
}

/** The lines without their line feeds; a missing last one is said, since nothing else would show it. */
function linesOf(text: string): readonly string[] {
  const lines = withUnixLineEndings(text).split("\n");
  if (lines.at(-1) === "") return lines.slice(0, -1);
  return [...lines, "\\ No newline at end of file"];
}

function commonPrefix(left: readonly string[], right: readonly string[]): number {
  const shorter = Math.min(left.length, right.length);
  let count = 0;
  while (count < shorter && left[count] === right[count]) count += 1;
  return count;
}

function commonSuffix(left: readonly string[], right: readonly string[], prefix: number): number {
  const shorter = Math.min(left.length, right.length) - prefix;
  let count = 0;
  while (count < shorter && left.at(-1 - count) === right.at(-1 - count)) count += 1;
  return count;
}

/**
 * The hunks of two windows that start at line `start` (from 0) of their files. Where the windows are cut, what stands at
 * their ends may have its like behind the cut: a hunk that reaches there says nothing, unless it is the only one.
 */
function diffLines(
  left: readonly string[],
  right: readonly string[],
  { start, isCut }: { readonly start: number; readonly isCut: boolean },
): readonly string[] {
  const [before, after] = [`${left.join("\n")}\n`, `${right.join("\n")}\n`];
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: CONTEXT });
  const isWhole = (hunk: StructuredPatchHunk): boolean =>
    hunk.oldStart + hunk.oldLines <= left.length && hunk.newStart + hunk.newLines <= right.length;
  const kept = isCut ? hunks.filter((hunk, index) => index === 0 || isWhole(hunk)) : hunks;
  return kept.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart + start},${oldLines} +${newStart + start},${newLines} @@`,
    ...lines,
  ]);
}

function shorten(line: string): string {
  return line.length > PRINTED_COLUMNS ? `${line.slice(0, PRINTED_COLUMNS)}…` : line;
}
