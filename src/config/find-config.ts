import { stat } from "node:fs/promises";
import { join } from "node:path";

const NAMES = ["ts", "mts", "js", "mjs", "json"].map((extension) => `typewire.config.${extension}`);

/** Finds a folder's config, absolute; the first of `typewire.config.{ts,mts,js,mjs,json}`, or undefined. */
export async function findConfig(folder: string): Promise<string | undefined> {
  for (const name of NAMES) {
    const file = join(folder, name);
    if (await isFile(file)) return file;
  }
  return undefined;
}

/** Whether a path is a file, or a link to one. */
export async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true;
}
