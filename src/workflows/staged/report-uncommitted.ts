import { realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { FileState } from "../../output/file-state.js";
import { stagedDiagnostics } from "./diagnostics.js";
import type { StagedFiles } from "./staged-files.js";

/** What was checked, and what git says of it. */
export interface CheckedCommit {
  /** The project's folder, absolute. */
  readonly root: string;
  readonly git: StagedFiles;
  /** The config's and the registries' own files, absolute. */
  readonly sources: readonly string[];
  /** What the check found of the outputs. */
  readonly states: readonly FileState[];
}

/** Reports every file that was read from the working folder, although the commit holds another text of it or none. */
export async function reportUncommitted(
  { root, git, sources, states }: CheckedCommit,
  diagnostics: DiagnosticCollector,
): Promise<void> {
  const folder = realpathSync(root);
  const { unstaged, untracked } = await git.workingFiles();
  const there = states.filter(({ status }) => status === "unchanged" || status === "stale");
  const written = there.map(({ path }) => join(folder, path));
  // What is imported and ignored is built from something else, and cannot be in the commit.
  const missing = new Set([
    ...sources.filter((file) => untracked.has(file)),
    ...written.filter((file) => !git.tracked.has(file)),
  ]);
  for (const file of [...sources, ...written]) {
    const path = relative(folder, file).split(sep).join("/");
    const place = { location: { file: path, line: 1, column: 1 } };
    if (missing.has(file)) diagnostics.report(stagedDiagnostics.create("not-tracked", { path }, place));
    else if (unstaged.has(file)) diagnostics.report(stagedDiagnostics.create("not-staged", { path }, place));
  }
}
