import { check } from "../../../check.js";
import { createDiagnosticList } from "../../../diagnostics/collector.js";
import type { FileState } from "../../../output/file-state.js";
import { type Invocation, textOption } from "../../cli-command.js";
import { count } from "../../count.js";
import type { ExitCode } from "../../exit-code.js";
import { exitCodeOf } from "../../exit-code-of.js";
import { couldNotRun, finish } from "../../finish.js";
import { openConfig } from "../../open-config.js";
import { createProgress } from "../../progress.js";

/** Checks what the command line asks for, and names each file that differs. */
export async function runCheck(invocation: Invocation): Promise<ExitCode> {
  const { io, options } = invocation;
  const diagnostics = createDiagnosticList();
  const opened = await openConfig(invocation, diagnostics);
  if (opened === undefined) return finish(invocation, couldNotRun("check", io.cwd, diagnostics.diagnostics));
  const progress = createProgress(io, textOption(options, "format"));
  const { config, targets, repair } = opened;
  const states = await check({ config, targets, repair, diagnostics, onProgress: progress.show });
  progress.end();
  return finish(invocation, {
    command: "check",
    root: config.root,
    diagnostics: diagnostics.diagnostics,
    passed: states.filter(({ status }) => status === "unchanged").map(({ path }) => path),
    results: { files: states.map(({ path, status, owner }) => ({ path, status, owner })) },
    text: checkSummary(states),
    exitCode: exitCodeOf(diagnostics.diagnostics),
  });
}

/** A line for each file that differs, then the counts. */
function checkSummary(states: readonly FileState[]): string {
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
