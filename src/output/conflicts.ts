import { realpathSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { outputDiagnostics } from "./diagnostics.js";
import type { ReservedOutput } from "./find-extra-files.js";
import { type OutputSet, ownerName } from "./output-set.js";

/** Files that cannot all be written. */
export interface Conflicts {
  readonly found: readonly Diagnostic[];
  /** Paths of the files that are part of one. */
  readonly paths: ReadonlySet<string>;
}

interface Claim {
  readonly path: string;
  readonly owner: string;
}

/**
 * Finds files that two outputs write, and files where another output needs a folder. Names that differ in case alone, or
 * in how an accent is written, are one file on many machines; so are paths that links lead to one place.
 */
export function conflictsOf(
  root: string,
  { sets, reserved }: { readonly sets: readonly OutputSet[]; readonly reserved: readonly ReservedOutput[] },
): Conflicts {
  const claims = [
    ...sets.flatMap((set) => set.files.map(({ path }) => ({ path, owner: ownerName(set) }))),
    ...reserved.filter(({ kind }) => kind === "file"),
  ];
  const key = keyMaker(root);
  const files = new Map<string, Claim>();
  const found: Diagnostic[] = [];
  const paths = new Set<string>();
  const report = (first: Claim, second: Claim): void => {
    found.push(outputDiagnostics.create("duplicate-path", { path: second.path, owners: [first.owner, second.owner] }));
    [first, second].forEach(({ path }) => paths.add(path));
  };
  for (const claim of claims) {
    const first = files.get(key(claim.path));
    if (first === undefined) files.set(key(claim.path), claim);
    else report(first, claim);
  }
  for (const [folder, [needed, ...others]] of foldersOf([...claims, ...reservedFolders(reserved)], key)) {
    const file = files.get(folder);
    if (file === undefined || needed === undefined) continue;
    const owners = [file.owner, needed.owner] as const;
    found.push(outputDiagnostics.create("duplicate-path", { path: file.path, owners, isFolder: true }));
    [file, needed, ...others].forEach(({ path }) => paths.add(path));
  }
  return { found, paths };
}

/** A folder that is not produced now needs its place all the same. */
function reservedFolders(reserved: readonly ReservedOutput[]): readonly Claim[] {
  return reserved
    .filter(({ kind }) => kind === "folder")
    .map(({ path, owner }) => ({ path: posix.join(path, "*"), owner }));
}

/** The folders that claims need, each with those that do. */
function foldersOf(claims: readonly Claim[], key: (path: string) => string): ReadonlyMap<string, readonly Claim[]> {
  const folders = new Map<string, Claim[]>();
  for (const claim of claims) {
    for (let folder = posix.dirname(claim.path); folder !== "." && folder !== "/"; folder = posix.dirname(folder)) {
      if (folder.endsWith("..")) break;
      folders.set(key(folder), [...(folders.get(key(folder)) ?? []), claim]);
    }
  }
  return folders;
}

function keyMaker(root: string): (path: string) => string {
  const folders = new Map<string, string>();
  const place = (folder: string): string => {
    const known = folders.get(folder) ?? realFolder(folder);
    folders.set(folder, known);
    return known;
  };
  return (path) => {
    const file = join(root, path);
    return join(place(dirname(file)), basename(file))
      .normalize("NFC")
      .toLowerCase();
  };
}

/** Where a folder is or would be, symbolic links followed. */
export function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(realFolder(parent), basename(folder));
  }
}
