import { accessSync, constants, existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Comparison } from "./compare-outputs.js";
import { outputDiagnostics } from "./diagnostics.js";
import type { FileState } from "./file-state.js";
import { isOwned } from "./ownership.js";
import { systemReason } from "./system-reason.js";
import { isLeftOver, temporaryName } from "./temporary-file.js";

/** What a run has done. Paths are relative to the project's root, in the order of the plan. */
export interface WriteSummary {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** A file that has been written under a temporary name. */
interface Prepared {
  readonly path: string;
  readonly temporary: string;
}

/**
 * Brings the project to what was generated. Every changed file is written in full beside its place before the first is
 * renamed onto it: whoever reads, and whatever kills the run, finds each file old or new. A problem is reported, and
 * then nothing has changed unless the system refused a rename that it had promised to allow.
 */
export function writeOutputs(root: string, comparison: Comparison, diagnostics: DiagnosticCollector): WriteSummary {
  const leftOver = comparison.temporary.filter((path) => isLeftOver(path.slice(path.lastIndexOf("/") + 1)));
  leftOver.forEach((path) => rmSync(join(root, path), { force: true }));
  const unchanged = comparison.states.filter((state) => state.status === "unchanged").map((state) => state.path);
  const prepared = prepare(root, comparison.states, diagnostics);
  if (prepared === undefined) return { written: [], unchanged, removed: [] };
  const written = prepared.filter((file) => commit(root, file, diagnostics)).map((file) => file.path);
  return { written, unchanged, removed: remove(root, comparison.states, diagnostics) };
}

/** Writes all temporary files, or none. */
function prepare(
  root: string,
  states: readonly FileState[],
  diagnostics: DiagnosticCollector,
): readonly Prepared[] | undefined {
  const prepared: Prepared[] = [];
  for (const { path, status, generated } of states) {
    if ((status !== "missing" && status !== "stale") || generated === undefined) continue;
    const folder = join(root, dirname(path));
    const temporary = join(folder, temporaryName(process.pid, prepared.length));
    try {
      accessSync(nearestFolder(folder), constants.W_OK);
      mkdirSync(folder, { recursive: true });
      prepared.push({ path, temporary });
      writeFileSync(temporary, generated);
    } catch (error) {
      prepared.forEach((file) => rmSync(file.temporary, { force: true }));
      diagnostics.report(outputDiagnostics.create("not-writable", { path, reason: systemReason(error) }));
      return undefined;
    }
  }
  return prepared;
}

function commit(root: string, { path, temporary }: Prepared, diagnostics: DiagnosticCollector): boolean {
  try {
    renameSync(temporary, join(root, path));
    return true;
  } catch (error) {
    rmSync(temporary, { force: true });
    diagnostics.report(outputDiagnostics.create("not-writable", { path, reason: systemReason(error) }));
    return false;
  }
}

/** Deletes orphans that typewire wrote, and the folders that this empties. Others are left alone, and named. */
function remove(root: string, states: readonly FileState[], diagnostics: DiagnosticCollector): readonly string[] {
  const removed: string[] = [];
  for (const { path, status, owner, committed } of states) {
    if (status !== "orphan") continue;
    if (committed === undefined || !isOwned(committed)) {
      diagnostics.report(outputDiagnostics.create("foreign-file", { path, owner }));
      continue;
    }
    try {
      rmSync(join(root, path));
      removed.push(path);
      rmdirSync(join(root, dirname(path)));
    } catch (error) {
      if (systemReason(error) === "ENOTEMPTY") continue;
      diagnostics.report(outputDiagnostics.create("not-writable", { path, reason: systemReason(error) }));
    }
  }
  return removed;
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}
