import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository that a folder lies in, absolute: the nearest folder upward with `.git` in it; undefined without one. */
export function repositoryRoot(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryRoot(parent);
}
