import { readdirSync, type Dirent } from "node:fs";
import { extname, join } from "node:path";
import { compareCodeUnits } from "../support/compare-code-units.js";
import type { OutputSet } from "./output-set.js";
import { isTemporary } from "./temporary-file.js";

/** Outputs that this run does not produce: the config has them, but they were not asked for or could not be made. */
export interface ReservedOutput {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** For example `gateway/swift`. */
  readonly owner: string;
  readonly kind: "file" | "folder";
}

/** What stands in an output folder besides its files. Paths are relative to the project's root, in code-unit order. */
export interface ExtraFiles {
  /** Files of a kind that the target produces, that no output produces. */
  readonly extra: readonly string[];
  /** Files that a run which was killed has left. */
  readonly temporary: readonly string[];
}

/**
 * Lists what an output set's folder holds besides `produced`. Files with other extensions than the target's own, hidden
 * ones and whatever other outputs keep inside the folder are none of its business.
 */
export function findExtraFiles(
  root: string,
  set: OutputSet,
  others: { readonly produced: ReadonlySet<string>; readonly reserved: readonly ReservedOutput[] },
): ExtraFiles {
  const extensions = new Set(set.files.map((file) => extname(file.path)));
  const isReserved = (path: string): boolean => others.reserved.some((output) => isInside(path, output.path));
  const isWatched = set.kind === "folder" && !isReserved(set.path);
  const folder = set.kind === "folder" ? set.path : parentOf(set.path);
  const found = [...filesIn(root, folder, { isDeep: set.kind === "folder", isLeftOut: isReserved })];
  const isExtra = (path: string): boolean =>
    isWatched && !isTemporaryPath(path) && extensions.has(extname(path)) && !others.produced.has(path);
  return {
    extra: found.filter(isExtra).toSorted(compareCodeUnits),
    temporary: found.filter(isTemporaryPath).toSorted(compareCodeUnits),
  };
}

/** Walks a folder of the project. Hidden entries are skipped, but for temporary files. */
function* filesIn(
  root: string,
  folder: string,
  limits: { readonly isDeep: boolean; readonly isLeftOut: (path: string) => boolean },
): Generator<string> {
  for (const entry of entriesOf(join(root, folder))) {
    const path = joinPath(folder, entry.name);
    const isHidden = entry.name.startsWith(".") || entry.name === "node_modules" || limits.isLeftOut(path);
    if (entry.isDirectory()) {
      if (limits.isDeep && !isHidden) yield* filesIn(root, path, limits);
    } else if (!isHidden || isTemporary(entry.name)) yield path;
  }
}

function isTemporaryPath(path: string): boolean {
  return isTemporary(path.slice(path.lastIndexOf("/") + 1));
}

/** Whether `path` is `folder` or below it. */
function isInside(path: string, folder: string): boolean {
  return path === folder || folder === "" || path.startsWith(`${folder}/`);
}

function joinPath(folder: string, name: string): string {
  return folder === "" || folder === "." ? name : `${folder}/${name}`;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Empty where the folder does not exist yet. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
