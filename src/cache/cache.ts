import { randomBytes } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Config, ProtocolConfig } from "../config/config.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { GeneratedFile } from "../output/generated-file.js";
import type { OutputSet } from "../output/output-set.js";
import { withUnixLineEndings } from "../output/same-text.js";
import type { Registry } from "../registry/registry.js";
import type { Fallback } from "../targets/target.js";
import { buildDigest } from "./build-digest.js";
import { type CacheEntry, parseEntry, printEntry, type RememberedOutput } from "./cache-entry.js";
import { isAsConfigured } from "./configured-outputs.js";
import { layoutState } from "./layout-state.js";
import { textDigest } from "./text-digest.js";
import { valueDigest } from "./value-digest.js";

/** Remembers what protocols gave, so that nothing is made again of what has not changed. It never changes a result. */
export interface Cache {
  /** The place of one protocol; undefined where nobody can tell whether it has changed. */
  slot(asked: { readonly settings: ProtocolConfig; readonly registry: Registry }): CacheSlot | undefined;
}

/** What is remembered of one protocol as it is now. */
export interface CacheSlot {
  /** What it gave, if it is what it was and every one of its files still holds that. */
  recall(): Remembered | undefined;
  /** Keeps what it gave; only without errors. Silent where that cannot be written. */
  remember(made: Remembered): void;
}

/** What a protocol gave: its outputs and the warnings that were reported while they were made. */
export interface Remembered {
  readonly outputs: readonly (OutputSet & { readonly fallbacks: readonly Fallback[] })[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the cache of a project; undefined where the project has no place for one, or one that is not the user's own. */
export function createCache({ root, file: config }: Config): Cache | undefined {
  const folder = cacheFolder(root);
  if (folder === undefined) return undefined;
  const build = buildDigest();
  return {
    slot({ settings, registry }) {
      const registered = valueDigest(contentOf(registry));
      if (registered === undefined) return undefined;
      const key = textDigest(JSON.stringify([build, root, settings, registered]));
      const targets = settings.targets.map(({ name }) => name);
      const name = textDigest(JSON.stringify([root, config, settings.name, targets])).slice(0, 32);
      return createSlot({ root, file: join(folder, `${name}.json`), key, settings });
    },
  };
}

/**
 * Where a project's cache lies: `node_modules/.cache/typewire` of the nearest folder upward that has `node_modules`.
 * Undefined where there is none: a cache is no reason to make a folder in anybody's project.
 */
function cacheFolder(root: string): string | undefined {
  const modules = join(root, "node_modules");
  if (isFolder(modules)) {
    const [cache, folder] = [join(modules, ".cache"), join(modules, ".cache", "typewire")];
    return [cache, folder].every(isOwnOrMissing) ? folder : undefined;
  }
  const parent = dirname(root);
  // What lies above a repository is somebody else's.
  return parent === root || existsSync(join(root, ".git")) ? undefined : cacheFolder(parent);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether a folder, which is no link, is the user's own. Nobody else may say what was made. */
function isOwnOrMissing(folder: string): boolean {
  try {
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    return stats === undefined || (stats.isDirectory() && isOwn(stats));
  } catch {
    return false;
  }
}

function isOwn({ uid }: Stats): boolean {
  return process.getuid === undefined || uid === process.getuid();
}

/** All that a registry says; which files it was read from is left out. */
function contentOf({ docs, schemas, ...registry }: Registry): unknown {
  return [{ ...registry, files: [] }, [...docs], [...schemas]];
}

interface Place {
  readonly root: string;
  /** Where the entry lies, absolute. */
  readonly file: string;
  readonly key: string;
  readonly settings: ProtocolConfig;
}

function createSlot({ root, file, key, settings }: Place): CacheSlot {
  return {
    recall() {
      const entry = readEntry(file);
      if (
        entry?.key !== key ||
        !isAsConfigured(entry.outputs, settings) ||
        entry.layout !== layoutDigest(root, entry.outputs)
      )
        return undefined;
      const outputs = entry.outputs.map((output) => restore(root, output)).filter((output) => output !== undefined);
      return outputs.length < entry.outputs.length ? undefined : { outputs, diagnostics: entry.diagnostics };
    },
    remember({ outputs, diagnostics }) {
      const layout = layoutDigest(root, outputs);
      if (layout !== undefined) writeEntry(file, { key, layout, diagnostics, outputs: outputs.map(digested) });
    },
  };
}

function layoutDigest(
  root: string,
  outputs: readonly { readonly files: readonly { readonly path: string }[] }[],
): string | undefined {
  const folders = new Set(outputs.flatMap(({ files }) => files.map(({ path }) => dirname(join(root, path)))));
  const states = [...folders].map((folder) => layoutState(root, folder));
  return states.includes(undefined) ? undefined : textDigest(JSON.stringify(states));
}

function digested({ files, ...rest }: Remembered["outputs"][number]): RememberedOutput {
  return { ...rest, files: files.map(({ path, text }) => ({ path, digest: textDigest(text) })) };
}

/** An output with the texts that the project holds, if they are what was generated. */
function restore(root: string, { files, ...rest }: RememberedOutput): Remembered["outputs"][number] | undefined {
  const found = files.map(({ path, digest }) => fileWith(root, path, digest)).filter((file) => file !== undefined);
  return found.length < files.length ? undefined : { ...rest, files: found };
}

function fileWith(root: string, path: string, digest: string): GeneratedFile | undefined {
  try {
    if (!lstatSync(join(root, path)).isFile()) return undefined;
    const bytes = readFileSync(join(root, path));
    const text = bytes.toString("utf8");
    if (textDigest(bytes) === digest) return { path, text };
    const unix = withUnixLineEndings(text);
    return textDigest(unix) === digest ? { path, text: unix } : undefined;
  } catch {
    return undefined;
  }
}

function readEntry(file: string): CacheEntry | undefined {
  try {
    const stats = lstatSync(file);
    return stats.isFile() && isOwn(stats) ? parseEntry(readFileSync(file, "utf8")) : undefined;
  } catch {
    return undefined;
  }
}

/** Written in full beside its place, so that whoever reads finds the old or the new. */
function writeEntry(file: string, entry: CacheEntry): void {
  const temporary = `${file}.${randomBytes(8).toString("hex")}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, printEntry(entry), { flag: "wx" });
    renameSync(temporary, file);
  } catch {
    removeQuietly(temporary);
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where it cannot be removed, it could not be written either.
  }
}
