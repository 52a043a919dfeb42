import { join, relative, sep } from "node:path";
import type { Diagnostic, SourceLocation } from "../diagnostics/diagnostic.js";

/**
 * Names the files of diagnostics as they are reached from the working folder: a terminal opens such a path, and a CI run
 * shows the finding beside its line. Left alone where neither of the two folders is inside the other.
 */
export function seenFrom(cwd: string, root: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const way = relative(cwd, root).split(sep);
  if (way[0] === ".." && way.some((step) => step !== "..")) return diagnostics;
  const seen = (location: SourceLocation): SourceLocation => ({
    ...location,
    file: relative(cwd, join(root, location.file)).split(sep).join("/"),
  });
  return diagnostics.map((diagnostic) =>
    diagnostic.location === undefined ? diagnostic : { ...diagnostic, location: seen(diagnostic.location) },
  );
}
