import type { TextEdit } from "./text-edit.js";

/**
 * Applies groups of changes to texts. A group is applied as a whole or not at all: one that overlaps an earlier one
 * waits for the next run. Equal groups count once.
 * For example `applyEdits([[{ file, start: 0, end: 0, text: "a" }]], read)` gives the file's new text.
 */
export function applyEdits(
  groups: readonly (readonly TextEdit[])[],
  read: (file: string) => string,
): ReadonlyMap<string, string> {
  const accepted: TextEdit[] = [];
  for (const group of groups) {
    const isClear = group.every((edit) => !accepted.some((other) => conflict(edit, other)));
    if (isClear) accepted.push(...group);
  }
  const files = [...new Set(accepted.map(({ file }) => file))];
  return new Map(
    files.map((file) => [
      file,
      applied(
        read(file),
        accepted.filter((edit) => edit.file === file),
      ),
    ]),
  );
}

/** Two insertions at one place are no conflict unless they are the same one. */
function conflict(left: TextEdit, right: TextEdit): boolean {
  if (left.file !== right.file) return false;
  const isInsertion = left.start === left.end && right.start === right.end;
  if (isInsertion) return left.start === right.start && left.text === right.text;
  return left.start < right.end && right.start < left.end;
}

/** Insertions at one place keep their order. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, text: piece } of edits.toSorted((left, right) => left.start - right.start)) {
    pieces.push(text.slice(position, start), piece);
    position = end;
  }
  return [...pieces, text.slice(position)].join("");
}
