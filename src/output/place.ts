import { lstatSync, realpathSync, type Stats } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { outputDiagnostics } from "./diagnostics.js";

/** A path that an output wants to write, and who wants it. */
export interface Place {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly owner: string;
}

/** Says why a file cannot be written at a place; undefined where it can, as far as names and kinds go. */
export function placeProblem(root: string, { path, owner }: Place): Diagnostic | undefined {
  const parent = folderProblem(root, { path, owner }, dirname(join(root, path)));
  if (parent !== undefined) return parent;
  const stats = statsOf(join(root, path));
  if (stats === undefined || stats.isFile()) return undefined;
  return outputDiagnostics.create("not-a-file", { path, found: kindOf(stats) }, at(path));
}

/** Checks the folders of a place from the root down; symbolic links may lead anywhere inside the project. */
function folderProblem(root: string, place: Place, folder: string): Diagnostic | undefined {
  const path = relative(root, folder);
  if (isOutside(path)) return outputDiagnostics.create("outside-project", place);
  if (path === "") return undefined;
  const above = folderProblem(root, place, dirname(folder));
  if (above !== undefined) return above;
  const stats = statsOf(folder);
  if (stats === undefined || stats.isDirectory()) return undefined;
  const parent = path.split(sep).join("/");
  if (!stats.isSymbolicLink() || !leadsToFolder(folder)) {
    return outputDiagnostics.create("not-a-folder", { path: place.path, parent }, at(parent));
  }
  const isInside = !isOutside(relative(realpathSync(root), realpathSync(folder)));
  return isInside ? undefined : outputDiagnostics.create("outside-project", place);
}

function leadsToFolder(link: string): boolean {
  try {
    return lstatSync(realpathSync(link)).isDirectory();
  } catch {
    return false;
  }
}

function isOutside(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}

function statsOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  return stats.isSymbolicLink() ? "a symbolic link" : "no regular file";
}

function at(file: string): {
  readonly location: { readonly file: string; readonly line: number; readonly column: number };
} {
  return { location: { file, line: 1, column: 1 } };
}
