import { statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Where a project's cache lies: `node_modules/.cache/typewire` of the nearest folder upward that has `node_modules`.
 * Undefined where there is none: a cache is no reason to make a folder in anybody's project.
 */
export function cacheFolder(root: string): string | undefined {
  const modules = join(root, "node_modules");
  if (statSync(modules, { throwIfNoEntry: false })?.isDirectory() === true) return join(modules, ".cache", "typewire");
  const parent = dirname(root);
  return parent === root ? undefined : cacheFolder(parent);
}
