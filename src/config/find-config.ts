import { statSync } from "node:fs";
import { dirname, join } from "node:path";

const NAMES = ["ts", "mts", "js", "mjs", "json"].map((extension) => `typewire.config.${extension}`);

/** Finds the config of a folder, absolute: the nearest from there upward, or undefined. */
export function findConfig(folder: string): string | undefined {
  const parent = dirname(folder);
  return configIn(folder) ?? (parent === folder ? undefined : findConfig(parent));
}

/** A folder's own config, absolute; the first of `typewire.config.{ts,mts,js,mjs,json}`, or undefined. */
export function configIn(folder: string): string | undefined {
  return NAMES.map((name) => join(folder, name)).find(isFile);
}

/** Whether a path is a file, or a link to one. */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}
