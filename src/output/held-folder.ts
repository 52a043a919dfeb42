import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A folder that stays the same one, whatever is put in its place meanwhile. */
export interface HeldFolder {
  /** Leads to the folder itself where the system can do that; else it is its path. */
  readonly path: string;
  /** Where it is now, symbolic links followed. */
  place(): string;
}

/** Folders that a run writes into. */
export interface HeldFolders {
  /** Opens a folder, and makes it first where it is missing. Absolute; the same folder is opened once. */
  hold(folder: string): HeldFolder;
  /** Removes the folders that were made, as far as they are empty. */
  removeMade(): void;
  close(): void;
}

/**
 * Holds folders open, so that one which is exchanged for a link between two steps leads nowhere else. `isAllowed` is
 * asked of each real path before anything is made there; an error with the code `EXDEV` says that it was refused.
 */
export function holdFolders(isAllowed: (place: string) => boolean): HeldFolders {
  const held = new Map<string, HeldFolder>();
  const opened: number[] = [];
  const made: string[] = [];
  const open = (folder: string): HeldFolder => {
    const found = openFolder(folder, (descriptor) => opened.push(descriptor));
    if (!isAllowed(found.place())) throw new LeftProjectError();
    return found;
  };
  const make = (folder: string): HeldFolder => {
    const above = hold(dirname(folder));
    const inside = join(above.path, basename(folder));
    mkdirSync(inside);
    made.push(folder);
    if (lstatSync(inside).isSymbolicLink()) throw new LeftProjectError();
    return open(inside);
  };
  const hold = (folder: string): HeldFolder => {
    const known = held.get(folder);
    if (known !== undefined) return known;
    const found = existsSync(folder) ? open(folder) : make(folder);
    held.set(folder, found);
    return found;
  };
  return {
    hold,
    removeMade: () => made.toReversed().forEach(removeEmpty),
    close: () => opened.forEach((descriptor) => closeSync(descriptor)),
  };
}

/** A folder leads outside of where outputs may go. */
export class LeftProjectError extends Error {}

/** Linux names what is open by its number, and every step through that name starts in the folder itself. */
function openFolder(folder: string, onOpen: (descriptor: number) => void): HeldFolder {
  if (process.platform !== "linux" || !existsSync("/proc/self/fd")) {
    return { path: folder, place: () => realpathSync(folder) };
  }
  const descriptor = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  onOpen(descriptor);
  const path = `/proc/self/fd/${descriptor}`;
  return { path, place: () => readlinkSync(path) };
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else keeps something in it now.
  }
}
