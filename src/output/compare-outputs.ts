import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { outputDiagnostics } from "./diagnostics.js";
import type { FileState } from "./file-state.js";
import { findExtraFiles, type ReservedOutput } from "./find-extra-files.js";
import type { GeneratedFile } from "./generated-file.js";
import { type OutputSet, ownerName } from "./output-set.js";
import { type Bounds, placeProblem } from "./place.js";
import { sameText } from "./same-text.js";
import { systemReason } from "./system-reason.js";

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
      const state = stateOf(plan, { ...file, ...responsible(set) }, diagnostics);
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
      const state = orphanState(plan, { path, ...responsible(set) }, diagnostics);
      if (state !== undefined) orphans.set(path, state);
    }
  }
  return {
    states: [...states, ...orphans.values()],
    temporary: [...new Set(extras.flatMap((found) => found.temporary))],
  };
}

/** Reports files that two outputs write. Names that differ in case alone are one file on many machines. */
function duplicatePaths(sets: readonly OutputSet[]): readonly Diagnostic[] {
  const owners = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const set of sets) {
    for (const { path } of set.files) {
      const key = path.toLowerCase();
      const first = owners.get(key);
      if (first === undefined) owners.set(key, ownerName(set));
      else found.push(outputDiagnostics.create("duplicate-path", { path, owners: [first, ownerName(set)] }));
    }
  }
  return found;
}

/** Whom a file's state names. */
type Responsible = Pick<FileState, "owner" | "target">;

function responsible(set: OutputSet): Responsible {
  return { owner: ownerName(set), target: set.target };
}

function stateOf(
  bounds: Bounds,
  file: GeneratedFile & Responsible,
  diagnostics: DiagnosticCollector,
): FileState | undefined {
  const { path, owner, target, text: generated } = file;
  try {
    const problem = placeProblem(bounds, { path, owner });
    if (problem !== undefined) {
      diagnostics.report(problem);
      return undefined;
    }
    const committed = readIfThere(join(bounds.root, path));
    const status = committed === undefined ? "missing" : sameText(committed, generated) ? "unchanged" : "stale";
    return { path, status, owner, target, generated, committed };
  } catch (error) {
    diagnostics.report(notReadable(path, error));
    return undefined;
  }
}

function orphanState(
  bounds: Bounds,
  orphan: { readonly path: string } & Responsible,
  diagnostics: DiagnosticCollector,
): FileState | undefined {
  try {
    const committed = readIfThere(join(bounds.root, orphan.path));
    return { ...orphan, status: "orphan", generated: undefined, committed };
  } catch (error) {
    diagnostics.report(notReadable(orphan.path, error));
    return undefined;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (systemReason(error) === "ENOENT") return undefined;
    throw error;
  }
}

function notReadable(path: string, error: unknown): Diagnostic {
  return outputDiagnostics.create("not-readable", { path, reason: systemReason(error) });
}
