import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { outputDiagnostics } from "./diagnostics.js";
import { duplicatePaths } from "./duplicate-paths.js";
import type { FileState } from "./file-state.js";
import { findExtraFiles, type ReservedOutput } from "./find-extra-files.js";
import type { GeneratedFile } from "./generated-file.js";
import type { OutputSet } from "./output-set.js";
import { type Bounds, placeProblem } from "./place.js";
import { sameText } from "./same-text.js";

/** What is compared with the project. */
export interface OutputPlan extends Bounds {
  readonly sets: readonly OutputSet[];
  /** Configured outputs that `sets` leaves out. Nothing inside them is an orphan. */
  readonly reserved: readonly ReservedOutput[];
}

/** How the project stands to what was generated. */
export interface Comparison {
  /** Generated files in the order of the plan, then orphans. Files whose place is wrong are diagnostics instead. */
  readonly states: readonly FileState[];
  /** Files that killed runs have left, relative to the root. */
  readonly temporary: readonly string[];
}

/** Compares what was generated with what the project holds. Reads only. */
export function compareOutputs(plan: OutputPlan, diagnostics: DiagnosticCollector): Comparison {
  for (const problem of duplicatePaths(plan.sets)) diagnostics.report(problem);
  const states: FileState[] = [];
  for (const set of plan.sets) {
    for (const file of set.files) {
      const state = stateOf(plan, { ...file, owner: set.owner }, diagnostics);
      if (state !== undefined) states.push(state);
    }
  }
  const produced = new Set(plan.sets.flatMap((set) => set.files.map((file) => file.path)));
  const extras = plan.sets.map((set) => ({
    set,
    ...findExtraFiles(plan.root, set, { produced, reserved: plan.reserved }),
  }));
  const orphans = new Map<string, FileState>();
  for (const { set, extra } of extras) {
    for (const path of extra) {
      const committed = read(plan.root, path, diagnostics);
      orphans.set(path, { path, status: "orphan", owner: set.owner, generated: undefined, committed });
    }
  }
  return {
    states: [...states, ...orphans.values()],
    temporary: [...new Set(extras.flatMap((found) => found.temporary))],
  };
}

function stateOf(
  bounds: Bounds,
  file: GeneratedFile & { readonly owner: string },
  diagnostics: DiagnosticCollector,
): FileState | undefined {
  const { path, owner, text: generated } = file;
  const problem = placeProblem(bounds, { path, owner });
  if (problem !== undefined) {
    diagnostics.report(problem);
    return undefined;
  }
  const committed = read(bounds.root, path, diagnostics);
  const status = committed === undefined ? "missing" : sameText(committed, generated) ? "unchanged" : "stale";
  return { path, status, owner, generated, committed };
}

/** Undefined where there is no such file, or where it cannot be read, which is reported. */
function read(root: string, path: string, diagnostics: DiagnosticCollector): string | undefined {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    if (code !== "ENOENT") diagnostics.report(outputDiagnostics.create("not-readable", { path, reason: code }));
    return undefined;
  }
}
