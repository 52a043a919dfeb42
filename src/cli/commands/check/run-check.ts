import { createDiagnosticList, type DiagnosticCollector } from "../../../diagnostics/collector.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { FileState } from "../../../output/file-state.js";
import { check } from "../../../workflows/check/check.js";
import type { Invocation } from "../../cli-command.js";
import { count } from "../../count.js";
import type { ExitCode } from "../../exit-code.js";
import { exitCodeOf } from "../../exit-code-of.js";
import { couldNotRun, finish, type Outcome } from "../../finish.js";
import { openCache } from "../../open-cache.js";
import { openConfig, type OpenedConfig } from "../../open-config.js";
import { createProgress, type Progress } from "../../progress.js";
import { projectRoot } from "../../project-root.js";

/** Checks what the command line asks for, and names each file that differs. */
export async function runCheck(invocation: Invocation): Promise<ExitCode> {
  const diagnostics = createDiagnosticList();
  const progress = createProgress(invocation.io, invocation.options);
  progress.show("reading the config");
  const opened = await openConfig(invocation, diagnostics);
  if (opened === undefined) {
    progress.end();
    return finish(invocation, couldNotRun("check", projectRoot(invocation), diagnostics.diagnostics));
  }
  const states = await checkOpened({ invocation, opened, progress }, diagnostics);
  return finish(invocation, checkOutcome(opened.config.root, states, diagnostics.diagnostics));
}

/** An invocation whose config was read, and the line that shows how far it is. */
export interface OpenedInvocation {
  readonly invocation: Invocation;
  readonly opened: OpenedConfig;
  readonly progress?: Progress;
}

/** Checks with the command's cache, and shows how far that is. */
export async function checkOpened(
  { invocation, opened, progress = createProgress(invocation.io, invocation.options) }: OpenedInvocation,
  diagnostics: DiagnosticCollector,
): Promise<readonly FileState[]> {
  const cache = await openCache(invocation, opened.config);
  const states = await check({ ...opened, diagnostics, cache, onProgress: progress.show });
  progress.end();
  return states;
}

/** How a check ended. */
export function checkOutcome(root: string, states: readonly FileState[], diagnostics: readonly Diagnostic[]): Outcome {
  return {
    command: "check",
    root,
    diagnostics,
    passed: states.filter(({ status }) => status === "unchanged").map(({ path }) => path),
    results: { files: states.map(({ path, status, owner }) => ({ path, status, owner })) },
    text: summary(states),
    exitCode: exitCodeOf(diagnostics),
  };
}

/** A line for each file that differs, then the counts. */
function summary(states: readonly FileState[]): string {
  if (states.length === 0) return "No file was compared.\n";
  const differing = states.filter(({ status }) => status !== "unchanged");
  const counts = ["stale", "missing", "orphan"]
    .map((status) => ({ status, found: states.filter((state) => state.status === status).length }))
    .filter(({ found }) => found > 0)
    .map(({ status, found }) => `${found} ${status}`);
  const lines = differing.map(({ path, status }) => `${status.padEnd(7)}  ${path}`);
  const unchanged = states.length - differing.length;
  const total =
    counts.length === 0 ? `${count(unchanged, "file")} up to date` : `${counts.join(", ")}, ${unchanged} up to date`;
  return `${[...lines, total].join("\n")}\n`;
}
