import { type FSWatcher, watch } from "chokidar";
import { statSync } from "node:fs";
import { dirname, extname } from "node:path";

/** What to watch. Paths are absolute. */
export interface Watched {
  readonly files: ReadonlySet<string>;
  /** Folders in which every module matters, known or not: one that is missing may be written there. */
  readonly folders: readonly string[];
  /** When the files were read last, in milliseconds since 1970: what is younger has changed already. */
  readonly since: number;
}

/** Tells which files change. */
export interface FileWatcher {
  /** Watches these from now on, and nothing else. */
  watch(watched: Watched): Promise<void>;
  /** The files of the next change, once nothing more changes for a moment; none if the watcher was closed. */
  changed(): Promise<readonly string[]>;
  close(): Promise<void>;
  readonly isClosed: boolean;
}

/**
 * Editors and version control write several files in one go. In milliseconds; more than the 50 for which chokidar keeps
 * a second change of a file to itself, so that whoever reads after this pause has seen that one too.
 */
const QUIET = 60;
/** File systems note the time of a change by a clock that lags behind. In milliseconds. */
const CLOCK_LAG = 10;
const MODULES = new Set([".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".tsx", ".jsx", ".json", ".hbs"]);

/** Makes a watcher. Folders are watched rather than files, so that files may be replaced, deleted and written again. */
export function createFileWatcher(): FileWatcher {
  const pending = new Set<string>();
  let watched: Watched = { files: new Set(), folders: [], since: 0 };
  let current: { readonly folders: string; readonly watcher: FSWatcher } | undefined;
  let isClosed = false;
  let isQuiet = true;
  let settle: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** What has changed is told once nothing more has changed for a moment, to whoever asks then or later. */
  const note = (file: string): void => {
    if (!watched.files.has(file) && !watched.folders.includes(dirname(file))) return;
    pending.add(file);
    isQuiet = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      isQuiet = true;
      settle?.();
    }, QUIET);
  };
  return {
    get isClosed() {
      return isClosed;
    },
    async watch(wanted) {
      watched = wanted;
      const folders = [...new Set([...[...wanted.files].map((file) => dirname(file)), ...wanted.folders])].toSorted();
      const key = folders.join("\n");
      if (!isClosed && current?.folders !== key) {
        const watcher = await watchFolders(folders, note);
        await current?.watcher.close();
        current = { folders: key, watcher };
        if (isClosed) await watcher.close();
      }
      for (const file of wanted.files) if (changeTime(file) > wanted.since - CLOCK_LAG) note(file);
    },
    async changed() {
      if (!isClosed && (pending.size === 0 || !isQuiet)) {
        await new Promise<void>((resolve) => {
          settle = resolve;
        });
      }
      const files = [...pending].toSorted();
      pending.clear();
      return files;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      settle?.();
      await current?.watcher.close();
    },
  };
}

async function watchFolders(folders: readonly string[], note: (file: string) => void): Promise<FSWatcher> {
  const known = new Set(folders);
  const watcher = watch([...folders], {
    ignoreInitial: true,
    depth: 0,
    ignored: (path, stats) =>
      stats?.isFile() === true ? !MODULES.has(extname(path)) : stats !== undefined && !known.has(path),
  });
  watcher.on("add", note).on("change", note).on("unlink", note);
  await new Promise<void>((resolve) => {
    watcher.once("ready", () => resolve());
  });
  return watcher;
}

/** When a file has changed last, in milliseconds since 1970; never, where it is gone. */
function changeTime(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
