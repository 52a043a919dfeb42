import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { checkDiagnostics } from "./check-diagnostics.js";
import type { FileState } from "./file-state.js";
import { shortDiff } from "./short-diff.js";

/** The command line that repairs what a target has out of step. For example `typewire generate swift`. */
export type RepairCommand = (target: string) => string;

/** Reports every file that is not what was generated. Writes nothing. */
export function checkOutputs(
  states: readonly FileState[],
  repair: RepairCommand,
  diagnostics: DiagnosticCollector,
): void {
  for (const state of states) {
    const finding = findingOf(state, repair(state.target));
    if (finding !== undefined) diagnostics.report(finding);
  }
}

function findingOf(state: FileState, repair: string): Diagnostic | undefined {
  const { path, owner } = state;
  const place = { location: { file: path, line: 1, column: 1 } };
  switch (state.status) {
    case "unchanged":
      return undefined;
    case "missing":
      return checkDiagnostics.create("missing-file", { path, repair }, place);
    case "orphan":
      return state.isOurs
        ? checkDiagnostics.create("orphan-file", { path, owner, repair }, place)
        : checkDiagnostics.create("foreign-file", { path, owner }, place);
    case "stale": {
      const { line, text } = shortDiff(state.committed ?? "", state.generated ?? "");
      const location = { file: path, line, column: 1 };
      const command = state.isOurs ? repair : `${repair} --force`;
      return { ...checkDiagnostics.create("stale-file", { path, repair: command }, { location }), detail: text };
    }
  }
}
