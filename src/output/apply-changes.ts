import { constants, copyFileSync, linkSync, lstatSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { type HeldFolder, type HeldFolders, holdFolders, LeftProjectError } from "./held-folder.js";
import { type Bounds, isOutside, realBoundary } from "./place.js";
import { systemReason } from "./system-reason.js";
import { temporaryName } from "./temporary-file.js";

/** One file to be written or removed. */
export interface Change {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The new text; undefined where the file goes. */
  readonly text: string | undefined;
  /** Whether there was such a file when it was compared. */
  readonly isThere: boolean;
}

/** Why nothing was changed. */
export interface FailedChange {
  readonly path: string;
  /** What the system said, or what has happened since the project was compared. */
  readonly reason: string | "outside" | "changed";
}

/** A change that is ready: the new text under a name of its own, and the old file under another. */
interface Prepared {
  readonly change: Change;
  readonly folder: HeldFolder;
  readonly place: string;
  readonly temporary: string | undefined;
  readonly backup: string;
}

/**
 * Makes all changes or none. Every new file is written in full beside its place before the first is renamed onto it, and
 * every old one is kept until the last is in place: whoever reads, and whatever kills the run, finds each file old or new.
 * Gives what failed, after which everything is as it was.
 */
export function applyChanges(bounds: Bounds, changes: readonly Change[], onStep: () => void): FailedChange | undefined {
  const boundary = realBoundary(bounds);
  const folders = holdFolders((place) => !isOutside(relative(boundary, place)));
  const prepared: Prepared[] = [];
  const done: Prepared[] = [];
  let current = "";
  try {
    for (const change of changes) {
      current = change.path;
      prepared.push(prepare(bounds.root, change, folders));
      onStep();
    }
    for (const one of prepared) {
      current = one.change.path;
      keepOld(one);
      done.push(one);
      putInPlace(one);
      onStep();
    }
    prepared.forEach(forget);
    return undefined;
  } catch (error) {
    done.toReversed().forEach(undo);
    prepared.forEach(forget);
    folders.removeMade();
    return { path: current, reason: reasonOf(error) };
  } finally {
    folders.close();
  }
}

function prepare(root: string, change: Change, folders: HeldFolders): Prepared {
  const folder = folders.hold(join(root, dirname(change.path)));
  const backup = join(folder.path, temporaryName());
  const temporary = change.text === undefined ? undefined : join(folder.path, temporaryName());
  try {
    if (temporary !== undefined) writeFileSync(temporary, change.text ?? "", { flag: "wx" });
  } catch (error) {
    // A full disk leaves the part that it could take.
    if (temporary !== undefined) removeQuietly(temporary);
    throw error;
  }
  return { change, folder, place: folder.place(), temporary, backup };
}

/** Keeps the old file under another name: by a link where the disk has them, since then nothing is copied. */
function keepOld({ change, folder, place, backup }: Prepared): void {
  if (folder.place() !== place) throw new LeftProjectError();
  const file = join(folder.path, basename(change.path));
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if ((stats !== undefined) !== change.isThere || stats?.isFile() === false) throw new ChangedError();
  if (stats === undefined) return;
  try {
    linkSync(file, backup);
  } catch {
    copyFileSync(file, backup, constants.COPYFILE_EXCL);
  }
}

function putInPlace({ change, folder, temporary }: Prepared): void {
  const file = join(folder.path, basename(change.path));
  if (temporary === undefined) rmSync(file);
  else renameSync(temporary, file);
}

function undo({ change, folder, backup, temporary }: Prepared): void {
  const file = join(folder.path, basename(change.path));
  try {
    if (change.isThere) renameSync(backup, file);
    else if (temporary !== undefined && lstatSync(temporary, { throwIfNoEntry: false }) === undefined) rmSync(file);
  } catch {
    // What the system takes back now cannot be helped; the old text stays beside its place.
  }
}

function forget({ temporary, backup }: Prepared): void {
  removeQuietly(backup);
  if (temporary !== undefined) removeQuietly(temporary);
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The next run finds it and removes it.
  }
}

/** Something else stands in the place of a file now than when it was compared. */
class ChangedError extends Error {}

function reasonOf(error: unknown): FailedChange["reason"] {
  if (error instanceof LeftProjectError) return "outside";
  return error instanceof ChangedError ? "changed" : systemReason(error);
}

/** Removes the folders that a removal has emptied, as far as the root. */
export function removeEmptied(root: string, path: string): void {
  const folder = dirname(path);
  if (folder === ".") return;
  try {
    rmdirSync(join(root, folder));
  } catch {
    return;
  }
  removeEmptied(root, folder);
}
