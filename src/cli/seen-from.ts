import { join, relative, sep } from "node:path";
import type { Diagnostic, SourceLocation } from "../diagnostics/diagnostic.js";

/**
 * Names the files of diagnostics as they are reached from another folder: a terminal opens a path from the working folder,
 * and a CI run shows a finding beside its line by the path from the repository's.
 */
export function seenFrom(from: string, root: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = (location: SourceLocation): SourceLocation => ({
    ...location,
    file: relative(from, join(root, location.file)).split(sep).join("/"),
  });
  return diagnostics.map((diagnostic) =>
    diagnostic.location === undefined ? diagnostic : { ...diagnostic, location: seen(diagnostic.location) },
  );
}
