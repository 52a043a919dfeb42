import { lstatSync, realpathSync, type Stats } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { DiagnosticPlace } from "../diagnostics/define-diagnostics.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { outputDiagnostics } from "./diagnostics.js";

/** A path that an output wants to write, and who wants it. */
export interface Place {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly owner: string;
}

/** Where outputs may go. Both are absolute. */
export interface Bounds {
  /** The folder that paths are relative to. */
  readonly root: string;
  /** The folder that every output has to be in, symbolic links followed. */
  readonly boundary: string;
}

/** Says why a file cannot be written at a place; undefined where it can, as far as names and kinds go. */
export function placeProblem(bounds: Bounds, place: Place): Diagnostic | undefined {
  const file = join(bounds.root, place.path);
  if (relative(bounds.boundary, file) === "") {
    return outputDiagnostics.create("not-a-file", { path: place.path || ".", found: "the project's own folder" });
  }
  const parent = folderProblem(bounds, place, dirname(file));
  if (parent !== undefined) return parent;
  const stats = statsOf(file);
  if (stats === undefined || stats.isFile()) return undefined;
  return outputDiagnostics.create("not-a-file", { path: place.path, found: kindOf(stats) }, at(place.path));
}

/** Checks the folders of a place from the boundary down; symbolic links may lead anywhere inside it. */
function folderProblem(bounds: Bounds, place: Place, folder: string): Diagnostic | undefined {
  const path = relative(bounds.boundary, folder);
  if (isOutside(path)) return outputDiagnostics.create("outside-project", place);
  const above = path === "" ? undefined : folderProblem(bounds, place, dirname(folder));
  if (above !== undefined) return above;
  const stats = statsOf(folder);
  if (stats === undefined || stats.isDirectory()) return undefined;
  const parent = relative(bounds.root, folder).split(sep).join("/");
  if (!stats.isSymbolicLink() || !leadsToFolder(folder)) {
    return outputDiagnostics.create("not-a-folder", { path: place.path, parent }, at(parent));
  }
  const isInside = !isOutside(relative(realBoundary(bounds), realpathSync(folder)));
  return isInside ? undefined : outputDiagnostics.create("outside-project", place);
}

function leadsToFolder(link: string): boolean {
  try {
    return lstatSync(realpathSync(link)).isDirectory();
  } catch {
    return false;
  }
}

/** The folder that outputs stay in, symbolic links followed. */
export function realBoundary({ boundary }: Bounds): string {
  return realpathSync(boundary);
}

/** Whether a relative path leads out of the folder that it is relative to. */
export function isOutside(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}

function statsOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  return stats.isSymbolicLink() ? "a symbolic link" : "no regular file";
}

function at(file: string): DiagnosticPlace {
  return { location: { file, line: 1, column: 1 } };
}
