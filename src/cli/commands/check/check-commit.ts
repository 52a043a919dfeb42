import { realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { check } from "../../../check.js";
import type { Config } from "../../../config/config.js";
import type { DiagnosticCollector } from "../../../diagnostics/collector.js";
import type { FileState } from "../../../output/file-state.js";
import { stagedDiagnostics } from "../../../staged-diagnostics.js";
import type { StagedFiles } from "../../../staged-files.js";
import type { Invocation } from "../../cli-command.js";
import { openCache } from "../../open-cache.js";
import type { OpenedConfig } from "../../open-config.js";
import { createProgress } from "../../progress.js";

/** What is to be committed. */
export interface Commit {
  readonly invocation: Invocation;
  readonly opened: OpenedConfig;
  readonly git: StagedFiles;
  /** The config's and the registries' own files, absolute. */
  readonly sources: readonly string[];
}

/** Checks the project, and that the commit holds what was checked. */
export async function checkCommit(commit: Commit, diagnostics: DiagnosticCollector): Promise<readonly FileState[]> {
  const { invocation, opened, git, sources } = commit;
  const progress = createProgress(invocation.io, invocation.options);
  const cache = await openCache(invocation, opened.config);
  const states = await check({ ...opened, diagnostics, cache, onProgress: progress.show });
  progress.end();
  const written = states.filter(({ status }) => status === "unchanged" || status === "stale");
  await reportUncommitted(opened.config, { git, sources, outputs: written.map(({ path }) => path) }, diagnostics);
  return states;
}

/** Reports every file that was read from the working folder, although the commit holds another text of it or none. */
async function reportUncommitted(
  { root }: Config,
  { git, sources, outputs }: { git: StagedFiles; sources: readonly string[]; outputs: readonly string[] },
  diagnostics: DiagnosticCollector,
): Promise<void> {
  const folder = realpathSync(root);
  const { unstaged, untracked } = await git.workingFiles();
  const written = outputs.map((path) => join(folder, path));
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
