import { createDiagnosticList, type DiagnosticCollector } from "../../../diagnostics/collector.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { type Checked, check } from "../../../workflows/check/check.js";
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
  const checked = await checkOpened({ invocation, opened, progress }, diagnostics);
  return finish(invocation, checkOutcome(opened.config.root, checked, diagnostics.diagnostics));
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
): Promise<Checked> {
  const cache = await openCache(invocation, opened.config);
  const committed = invocation.options["committed"] === true;
  const checked = await check({ ...opened, committed, diagnostics, cache, onProgress: progress.show });
  progress.end();
  return checked;
}

/** How a check ended. */
export function checkOutcome(root: string, checked: Checked, diagnostics: readonly Diagnostic[]): Outcome {
  const { states } = checked;
  return {
    command: "check",
    root,
    diagnostics,
    passed: states.filter(({ status }) => status === "unchanged").map(({ path }) => path),
    results: { files: states.map(({ path, status, owner }) => ({ path, status, owner })) },
    text: summary(checked),
    exitCode: diagnostics.some(({ code }) => code === "check/no-repository") ? 2 : exitCodeOf(diagnostics),
  };
}

/** A line for each file that differs, then the counts, and what git does not track. */
function summary({ states, untracked }: Checked): string {
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
  const unseen =
    untracked.length === 0
      ? []
      : [`${count(untracked.length, "file")} not tracked by git: ${shortList(untracked.map(({ path }) => path))}`];
  return `${[...lines, total, ...unseen].join("\n")}\n`;
}

/** The first few of many names. */
function shortList(names: readonly string[]): string {
  const [shown, others] = [names.slice(0, 3), names.length - 3];
  return others > 0 ? `${shown.join(", ")} and ${count(others, "other")}` : shown.join(", ");
}
