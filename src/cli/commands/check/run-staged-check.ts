import { realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { check } from "../../../check.js";
import type { Config } from "../../../config/config.js";
import { createDiagnosticList, type DiagnosticCollector } from "../../../diagnostics/collector.js";
import type { FileState } from "../../../output/file-state.js";
import { stagedDiagnostics } from "../../../staged-diagnostics.js";
import { readStagedFiles, type StagedFiles } from "../../../staged-files.js";
import { stagedRelevance } from "../../../staged-relevance.js";
import type { Invocation } from "../../cli-command.js";
import type { ExitCode } from "../../exit-code.js";
import { exitCodeOf } from "../../exit-code-of.js";
import { couldNotRun, finish } from "../../finish.js";
import { projectRoot } from "../../project-root.js";
import { openCache } from "../../open-cache.js";
import { type OpenedConfig, openConfig } from "../../open-config.js";
import { createProgress } from "../../progress.js";
import { checkSummary } from "./check-summary.js";

/**
 * What a pre-commit hook runs: nothing where no staged file can matter, else the whole check, and beyond it that the
 * commit holds what was checked.
 */
export async function runStagedCheck(invocation: Invocation): Promise<ExitCode> {
  const diagnostics = createDiagnosticList();
  const opened = await openConfig(invocation, diagnostics);
  if (opened === undefined)
    return finish(invocation, couldNotRun("check", projectRoot(invocation), diagnostics.diagnostics));
  const { root } = opened.config;
  const git = await readStagedFiles(root);
  if (!git.ok) {
    const found = stagedDiagnostics.create("no-repository", { reason: git.reason });
    return finish(invocation, couldNotRun("check", root, [found]));
  }
  const { matters, sources } = await stagedRelevance(opened.config, git.files);
  const outcome = { command: "check", root, diagnostics: [], passed: [], results: { files: [] } };
  if (!matters) return finish(invocation, { ...outcome, text: "No staged file matters here.\n", exitCode: 0 });
  const states = await checkCommit({ invocation, opened, git: git.files, sources }, diagnostics);
  return finish(invocation, {
    ...outcome,
    diagnostics: diagnostics.diagnostics,
    passed: states.filter(({ status }) => status === "unchanged").map(({ path }) => path),
    results: { files: states.map(({ path, status, owner }) => ({ path, status, owner })) },
    text: checkSummary(states),
    exitCode: exitCodeOf(diagnostics.diagnostics),
  });
}

interface Commit {
  readonly invocation: Invocation;
  readonly opened: OpenedConfig;
  readonly git: StagedFiles;
  readonly sources: readonly string[];
}

async function checkCommit(commit: Commit, diagnostics: DiagnosticCollector): Promise<readonly FileState[]> {
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
  const written = outputs.map((path) => join(folder, path));
  // What is imported and ignored is built from something else, and cannot be in the commit.
  const missing = new Set([
    ...sources.filter((file) => git.untracked.has(file)),
    ...written.filter((file) => !git.tracked.has(file)),
  ]);
  for (const file of [...sources, ...written]) {
    const path = relative(folder, file).split(sep).join("/");
    const place = { location: { file: path, line: 1, column: 1 } };
    if (missing.has(file)) diagnostics.report(stagedDiagnostics.create("not-tracked", { path }, place));
    else if (git.unstaged.has(file)) diagnostics.report(stagedDiagnostics.create("not-staged", { path }, place));
  }
}
