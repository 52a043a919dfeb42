import { check } from "../../../check.js";
import { createDiagnosticList } from "../../../diagnostics/collector.js";
import type { Invocation } from "../../cli-command.js";
import type { ExitCode } from "../../exit-code.js";
import { exitCodeOf } from "../../exit-code-of.js";
import { couldNotRun, finish } from "../../finish.js";
import { projectRoot } from "../../project-root.js";
import { openCache } from "../../open-cache.js";
import { openConfig } from "../../open-config.js";
import { createProgress } from "../../progress.js";
import { checkSummary } from "./check-summary.js";

/** Checks what the command line asks for, and names each file that differs. */
export async function runCheck(invocation: Invocation): Promise<ExitCode> {
  const { io, options } = invocation;
  const diagnostics = createDiagnosticList();
  const progress = createProgress(io, options);
  progress.show("reading the config");
  const opened = await openConfig(invocation, diagnostics);
  if (opened === undefined) {
    progress.end();
    return finish(invocation, couldNotRun("check", projectRoot(invocation), diagnostics.diagnostics));
  }
  const { config, targets, repair } = opened;
  const cache = await openCache(invocation, config);
  const states = await check({ config, targets, repair, diagnostics, cache, onProgress: progress.show });
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
