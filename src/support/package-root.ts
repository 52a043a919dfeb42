import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder of the package that a module belongs to: the nearest one upward that holds a `package.json`.
 * The same from `src/` and from the bundle in `dist/`. For example `packageRoot(import.meta.dirname)`.
 */
export function packageRoot(from: string): string {
  const parent = dirname(from);
  if (existsSync(join(from, "package.json"))) return from;
  if (parent === from) throw new Error(`internal error: no package.json above ${from}`);
  return packageRoot(parent);
}
