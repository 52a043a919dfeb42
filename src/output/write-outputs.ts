import { lstatSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { applyChanges, type Change, type FailedChange, removeEmptied } from "./apply-changes.js";
import type { Comparison } from "./compare-outputs.js";
import { outputDiagnostics } from "./diagnostics.js";
import type { FileState } from "./file-state.js";
import type { Bounds } from "./place.js";
import { isLeftOver } from "./temporary-file.js";

/** What a run has done. Paths are relative to the project's root, in the order of the plan. */
export interface WriteSummary {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** Whether bringing the project to what was generated would change anything. */
export function hasChanges({ states, temporary }: Comparison): boolean {
  return temporary.length > 0 || states.some((state) => changeOf(state) !== undefined);
}

/**
 * Brings the project to what was generated: all of it, or nothing where the system refuses a part, which is reported.
 * Orphans that typewire wrote are deleted; others are left alone, and named. `onStep` is called between files.
 */
export function writeOutputs(
  bounds: Bounds,
  comparison: Comparison,
  { diagnostics, onStep = () => {} }: { readonly diagnostics: DiagnosticCollector; readonly onStep?: () => void },
): WriteSummary {
  const { states } = comparison;
  removeLeftOver(bounds.root, comparison.temporary);
  const unchanged = states.filter(({ status }) => status === "unchanged").map(({ path }) => path);
  for (const { path, status, owner, isOurs } of states) {
    if (status === "orphan" && !isOurs) diagnostics.report(outputDiagnostics.create("foreign-file", { path, owner }));
  }
  const changes = states.map(changeOf).filter((change) => change !== undefined);
  const failed = changes.length === 0 ? undefined : applyChanges(bounds, changes, onStep);
  if (failed !== undefined) {
    diagnostics.report(failure(failed, states));
    return { written: [], unchanged, removed: [] };
  }
  const removed = changes.filter(({ text }) => text === undefined).map(({ path }) => path);
  removed.forEach((path) => removeEmptied(bounds.root, path));
  return { written: changes.filter(({ text }) => text !== undefined).map(({ path }) => path), unchanged, removed };
}

function changeOf({ path, status, generated, committed, isOurs }: FileState): Change | undefined {
  const isThere = committed !== undefined;
  if (status === "unchanged") return undefined;
  if (status === "orphan") return isOurs && isThere ? { path, text: undefined, isThere } : undefined;
  return { path, text: generated, isThere };
}

function failure({ path, reason }: FailedChange, states: readonly FileState[]): Diagnostic {
  const owner = states.find((state) => state.path === path)?.owner ?? "";
  switch (reason) {
    case "outside":
      return outputDiagnostics.create("outside-project", { path, owner });
    case "changed":
      return outputDiagnostics.create("changed-meanwhile", { path });
    default:
      return outputDiagnostics.create("not-writable", { path, reason });
  }
}

function removeLeftOver(root: string, temporary: readonly string[]): void {
  for (const path of temporary) {
    const file = join(root, path);
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined || !isLeftOver(basename(path), Date.now() - stats.mtimeMs)) continue;
    try {
      rmSync(file, { force: true });
    } catch {
      // Whoever may remove it does so.
    }
  }
}
