import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { initDiagnostics } from "./diagnostics.js";
import type { Step } from "./step.js";

/**
 * Does what was planned, and gives a line for each file that says what was done. A file that has come to be there since
 * is not overwritten.
 */
export function carryOut(folder: string, steps: readonly Step[], diagnostics: DiagnosticCollector): readonly string[] {
  return steps.flatMap((step) => {
    try {
      return [carryOutStep(folder, step, diagnostics)];
    } catch (error) {
      const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
      diagnostics.report(initDiagnostics.create("not-written", { path: step.path, reason }));
      return [];
    }
  });
}

function carryOutStep(folder: string, step: Step, diagnostics: DiagnosticCollector): string {
  const { path } = step;
  const file = join(folder, path);
  switch (step.kind) {
    case "create":
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, step.text, { flag: "wx", mode: step.isExecutable === true ? 0o755 : 0o644 });
      return `written    ${path}`;
    case "extend":
      writeFileSync(file, step.text);
      return `added to   ${path}: ${step.added}`;
    case "keep":
      return `left       ${path}: ${step.reason}`;
    case "by-hand":
      diagnostics.report({ ...initDiagnostics.create("by-hand", step), detail: step.lines.trimEnd() });
      return `by hand    ${path}`;
  }
}
