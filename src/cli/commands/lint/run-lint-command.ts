import { createDiagnosticList } from "../../../diagnostics/collector.js";
import { lintFix, type MendedLinting } from "../../../workflows/lint/lint-fix.js";
import { lint } from "../../../workflows/lint/lint.js";
import type { Invocation } from "../../cli-command.js";
import { count } from "../../count.js";
import type { ExitCode } from "../../exit-code.js";
import { exitCodeOf } from "../../exit-code-of.js";
import { couldNotRun, finish } from "../../finish.js";
import { openSource } from "../../open-source.js";
import { projectRoot } from "../../project-root.js";
import { createProgress } from "../../progress.js";

/** Lints every protocol of the config, and mends first where it is asked to. */
export async function runLintCommand(invocation: Invocation): Promise<ExitCode> {
  const { io, options } = invocation;
  const diagnostics = createDiagnosticList();
  const opened = await openSource(invocation, diagnostics, { words: 0 });
  if (opened === undefined)
    return finish(invocation, couldNotRun("lint", projectRoot(invocation), diagnostics.diagnostics));
  const { config } = opened;
  const progress = createProgress(io, options);
  const request = { config, diagnostics, onProgress: progress.show };
  const linting: MendedLinting =
    options["fix"] === true ? await lintFix(request) : { ...(await lint(request)), changed: [] };
  progress.end();
  const found = diagnostics.diagnostics;
  return finish(invocation, {
    command: "lint",
    root: config.root,
    diagnostics: found,
    passed: linting.protocols,
    results: { protocols: linting.protocols, changed: linting.changed, ignored: linting.ignored },
    text: summary(linting, found.length),
    exitCode: exitCodeOf(found),
  });
}

/** A line for each file that was mended, then the counts. */
function summary({ changed, protocols, fixes, ignored }: MendedLinting, findings: number): string {
  const lines = changed.map((file) => `mended   ${file}`);
  const hint = fixes.length === 0 ? "" : `, ${fixes.length} of them for --fix`;
  const hidden = ignored === 0 ? "" : `, ${ignored} ignored by the config`;
  const total = `${count(findings, "finding")}${hint} in ${count(protocols.length, "protocol")}${hidden}`;
  return `${[...lines, total].join("\n")}\n`;
}
