import { type FSWatcher, readFileSync, statSync, watch } from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { systemReason } from "../output/system-reason.js";

/** What to watch. Paths are absolute. */
export interface Watched {
  readonly files: ReadonlySet<string>;
  /** Folders in which every file of some names matters, known or not: one that is missing may be written there. */
  readonly folders: readonly WatchedFolder[];
  /** Files with the text that they should have; while they have it, whoever wrote them, nothing has changed. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Folders above this one are not looked at, unless a file stands in one. */
  readonly root: string;
  /** When the files were read last, in milliseconds since 1970: what is younger has changed already. */
  readonly since: number;
}

/** For example every module of a folder. */
export interface WatchedFolder {
  readonly path: string;
  readonly matters: (name: string) => boolean;
}

/** Tells which files change. */
export interface FileWatcher {
  /** Watches these from now on, and nothing else. */
  watch(watched: Watched): void;
  /** The files and folders of the next change, once nothing more changes for a moment; none if the watcher was closed. */
  changed(): Promise<readonly string[]>;
  close(): void;
  readonly isClosed: boolean;
}

/** Editors and version control write several files in one go. In milliseconds. */
const QUIET = 60;
/** File systems note the time of a change by a clock that lags behind. In milliseconds. */
const CLOCK_LAG = 10;

/**
 * Makes a watcher. Folders are watched rather than files, so that files may be replaced, deleted and written again; and
 * the folders above them too, because a folder that goes away takes its watch with it, and one that returns has none.
 */
export function createFileWatcher(): FileWatcher {
  const pending = new Set<string>();
  let watched: Watched = { files: new Set(), folders: [], outputs: new Map(), root: "", since: 0 };
  let current: { readonly key: string; readonly watchers: readonly FSWatcher[] } | undefined;
  /** Which folders of the files there were before they were read. */
  let before: ReadonlyMap<string, string> = new Map();
  const state = { isClosed: false, isQuiet: true };
  let settle: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** What has changed is told once nothing more has changed for a moment, to whoever asks then or later. */
  const note = (path: string): void => {
    if (isAsMade(path, watched)) return;
    pending.add(path);
    state.isQuiet = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.isQuiet = true;
      settle?.();
    }, QUIET);
  };
  /** What is made stands in folders that are made as well: only what is missing of it has changed. */
  const noteFolder = (folder: string): void => {
    if (sourceFolders(watched).has(folder)) note(folder);
    for (const file of watched.outputs.keys()) if (isWithin(file, folder)) note(file);
  };
  const tell = (path: string): void => {
    if (isWanted(path, watched)) note(path);
    else noteFolder(path);
  };
  /** Watches anew where other folders are wanted, or one of them is another than it was. */
  const follow = (): void => {
    const folders = foldersOf(watched);
    const key = JSON.stringify([...identities(folders)]);
    if (state.isClosed || current?.key === key) return;
    const watchers = watchFolders(folders, tell);
    current?.watchers.forEach((watcher) => watcher.close());
    current = { key, watchers };
  };
  return {
    get isClosed() {
      return state.isClosed;
    },
    watch(wanted) {
      watched = wanted;
      for (const path of pending) if (isAsMade(path, watched)) pending.delete(path);
      follow();
      for (const file of wanted.files) if (changeTime(file) > wanted.since - CLOCK_LAG) note(file);
      for (const [file] of wanted.outputs) note(file);
      const now = identities(before.keys());
      for (const [folder, identity] of before) if (now.get(folder) !== identity) note(folder);
    },
    async changed() {
      while (!state.isClosed && (pending.size === 0 || !state.isQuiet)) {
        await new Promise<void>((resolve) => {
          settle = resolve;
        });
      }
      const paths = [...pending].toSorted();
      pending.clear();
      before = identities(sourceFolders(watched));
      return paths;
    },
    close() {
      state.isClosed = true;
      clearTimeout(timer);
      settle?.();
      current?.watchers.forEach((watcher) => watcher.close());
    },
  };
}

function isAsMade(path: string, { outputs }: Watched): boolean {
  const text = outputs.get(path);
  return text !== undefined && readText(path) === text;
}

/** The text of a file; undefined where there is none that can be read. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function isWanted(file: string, { files, outputs, folders }: Watched): boolean {
  if (files.has(file) || outputs.has(file)) return true;
  return folders.some(({ path, matters }) => path === dirname(file) && matters(basename(file)));
}

function wantedFiles({ files, outputs }: Watched): ReadonlySet<string> {
  return new Set([...files, ...outputs.keys()]);
}

function sourceFolders({ files, root }: Watched): ReadonlySet<string> {
  return foldersAbove(
    [...files].map((file) => dirname(file)),
    root,
  );
}

function foldersOf(watched: Watched): ReadonlySet<string> {
  const folders = [
    ...[...wantedFiles(watched)].map((file) => dirname(file)),
    ...watched.folders.map(({ path }) => path),
  ];
  return foldersAbove(folders, watched.root);
}

/** Folders and those above them, up to the first that contains the root. */
function foldersAbove(folders: readonly string[], root: string): ReadonlySet<string> {
  const above = new Set<string>();
  for (let folder of folders) {
    while (!above.has(folder)) {
      above.add(folder);
      if (!isWithin(root, folder)) folder = dirname(folder);
    }
  }
  return above;
}

function isWithin(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return !below.startsWith("..") && !isAbsolute(below);
}

/** What a folder of some name is: another one of the same name is not the one that is watched. */
function identities(folders: Iterable<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    const stats = statSync(folder, { throwIfNoEntry: false, bigint: true });
    found.set(folder, stats === undefined ? "" : `${stats.dev} ${stats.ino}`);
  }
  return found;
}

function watchFolders(folders: Iterable<string>, tell: (path: string) => void): readonly FSWatcher[] {
  return [...folders].flatMap((folder) => {
    try {
      const watcher = watch(folder, (_event, name) => tell(name === null ? folder : join(folder, name)));
      return [watcher.on("error", () => watcher.close())];
    } catch (error) {
      // A folder that is missing is told of by the one above it, and so is one that goes.
      if (systemReason(error) === "ENOENT") return [];
      throw error;
    }
  });
}

/** When a file has changed last, in milliseconds since 1970; never, where it is gone. */
function changeTime(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
