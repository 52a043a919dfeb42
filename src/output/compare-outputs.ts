import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import picomatch from "picomatch";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { conflictsOf } from "./conflicts.js";
import { outputDiagnostics } from "./diagnostics.js";
import type { FileState } from "./file-state.js";
import { findExtraFiles, type ReservedOutput } from "./find-extra-files.js";
import type { GeneratedFile } from "./generated-file.js";
import { type OutputSet, ownerName } from "./output-set.js";
import { isOwned, mayReplace } from "./ownership.js";
import { type Place, placeProblem } from "./place.js";
import { protection, type ProtectedFiles } from "./protection.js";
import { sameText } from "./same-text.js";
import { systemReason } from "./system-reason.js";

/** What is compared with the project. */
export interface OutputPlan extends ProtectedFiles {
  readonly sets: readonly OutputSet[];
  /** Configured outputs that `sets` leaves out. Nothing inside them is an orphan. */
  readonly reserved: readonly ReservedOutput[];
  /** Owner → globs of the hand-written files that may stand in its folder. */
  readonly allowed: ReadonlyMap<string, readonly string[]>;
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
  const conflicts = conflictsOf(plan.root, plan);
  conflicts.found.forEach((problem) => diagnostics.report(problem));
  const isProtected = protection(plan);
  const problemOf = (place: Place): Diagnostic | undefined => placeProblem(plan, place) ?? isProtected(place);
  const states: FileState[] = [];
  for (const set of plan.sets) {
    for (const file of set.files.filter(({ path }) => !conflicts.paths.has(path))) {
      const state = stateOf(problemOf, { ...file, ...responsible(set), file: join(plan.root, file.path) }, diagnostics);
      if (state !== undefined) states.push(state);
    }
  }
  const produced = new Set(plan.sets.flatMap((set) => set.files.map((file) => file.path)));
  // What a link leads to outside of the project is not even looked at.
  const within = plan.sets.filter((set) => placeProblem(plan, { path: folderEntry(set), owner: "" }) === undefined);
  const extras = within.map((set) => ({
    set,
    ...findExtraFiles(plan.root, set, { produced, reserved: plan.reserved }),
  }));
  const orphans = new Map<string, FileState>();
  for (const { set, extra } of extras) {
    const isAllowed = allowance(set, plan.allowed);
    for (const path of extra.filter((one) => isProtected({ path: one, owner: "" }) === undefined)) {
      const state = orphanState(plan, { path, ...responsible(set), file: join(plan.root, path) }, diagnostics);
      if (state !== undefined && (state.isOurs || !isAllowed(path))) orphans.set(path, state);
    }
  }
  return {
    states: [...states, ...orphans.values()],
    temporary: [...new Set(extras.flatMap((found) => found.temporary))],
  };
}

/** Some file of the folder that a set writes into. */
function folderEntry({ kind, path }: OutputSet): string {
  return kind === "folder" ? posix.join(path, "*") : posix.join(posix.dirname(path), "*");
}

/** Whom a file's state names. */
type Responsible = Pick<FileState, "owner" | "target">;

function responsible(set: OutputSet): Responsible {
  return { owner: ownerName(set), target: set.target };
}

/** A file with its place, absolute. */
type Placed<T> = T & Responsible & { readonly file: string };

function stateOf(
  problemOf: (place: Place) => Diagnostic | undefined,
  { path, owner, target, file, text: generated }: Placed<GeneratedFile>,
  diagnostics: DiagnosticCollector,
): FileState | undefined {
  try {
    const problem = problemOf({ path, owner });
    if (problem !== undefined) {
      diagnostics.report(problem);
      return undefined;
    }
    const committed = readIfThere(file);
    const status = committed === undefined ? "missing" : sameText(committed, generated) ? "unchanged" : "stale";
    const isOurs = status !== "stale" || mayReplace(committed ?? "", generated);
    return { path, status, owner, target, generated, committed, isOurs };
  } catch (error) {
    diagnostics.report(notReadable(path, error));
    return undefined;
  }
}

/** What is no regular file is not looked into: nobody wrote it as an output. */
function orphanState(
  plan: OutputPlan,
  { path, owner, target, file }: Placed<{ readonly path: string }>,
  diagnostics: DiagnosticCollector,
): FileState | undefined {
  const orphan = { path, status: "orphan", owner, target, generated: undefined } as const;
  try {
    if (placeProblem(plan, { path, owner }) !== undefined) return { ...orphan, committed: undefined, isOurs: false };
    const committed = readIfThere(file);
    return { ...orphan, committed, isOurs: committed !== undefined && isOwned(committed) };
  } catch (error) {
    diagnostics.report(notReadable(path, error));
    return undefined;
  }
}

/** Which paths an owner lets stand in its folder. */
function allowance(set: OutputSet, allowed: OutputPlan["allowed"]): (path: string) => boolean {
  const globs = allowed.get(ownerName(set)) ?? [];
  const fits = globs.map((glob) => picomatch(glob, { basename: !glob.includes("/"), dot: true }));
  return (path) => fits.some((fit) => fit(posix.relative(set.path, path)));
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
