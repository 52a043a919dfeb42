import { existsSync } from "node:fs";
import { join } from "node:path";

/** What runs a repository's git hooks. */
export type HookManager = "lefthook" | "husky" | "pre-commit" | "none";

/** Every hook manager, in the order in which it is offered. */
export const hookManagers: readonly HookManager[] = ["lefthook", "husky", "pre-commit", "none"];

/** Names under which lefthook finds its configuration in YAML. */
export const LEFTHOOK_FILES = [
  "lefthook.yml",
  "lefthook.yaml",
  ".lefthook.yml",
  ".lefthook.yaml",
  ".config/lefthook.yml",
];

const LEFTHOOK_OTHER = ["lefthook.toml", "lefthook.json", ".lefthook.toml", ".lefthook.json"];

/** The hook manager that a repository uses, by its files, else by its dependencies. */
export function detectHookManager(repository: string, dependencies: ReadonlySet<string>): HookManager {
  const has = (path: string): boolean => existsSync(join(repository, path));
  if ([...LEFTHOOK_FILES, ...LEFTHOOK_OTHER].some(has)) return "lefthook";
  if (has(".husky")) return "husky";
  if (has(".pre-commit-config.yaml")) return "pre-commit";
  if (dependencies.has("lefthook")) return "lefthook";
  return dependencies.has("husky") ? "husky" : "none";
}

/** The file in another format that configures lefthook, if there is one. */
export function lefthookOther(repository: string): string | undefined {
  return LEFTHOOK_OTHER.find((path) => existsSync(join(repository, path)));
}
