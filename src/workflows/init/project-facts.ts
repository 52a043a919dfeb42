import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { git } from "../../revisions/git.js";
import { isRecord } from "../../support/json.js";
import { parseJson } from "../../support/parse-json.js";
import { detectHookManager, type HookManager } from "./hook-manager.js";
import type { PackageManagerName } from "./package-manager.js";

/** What a folder tells of itself. */
export interface ProjectFacts {
  /** The folder that `init` works in, absolute. */
  readonly folder: string;
  /** The repository's folder, absolute; undefined outside of git. */
  readonly repository: string | undefined;
  /** The folder relative to the repository with `/`; empty for the repository itself. */
  readonly subfolder: string;
  readonly branch: string;
  readonly packageManager: PackageManagerName;
  /** Whether `package.json` names the package manager's version. */
  readonly isPinned: boolean;
  readonly hookManager: HookManager;
  /** Names of the packages that the folder's `package.json` depends on in any way. */
  readonly dependencies: ReadonlySet<string>;
  /** The same of the repository's `package.json`: what runs its hooks belongs there. */
  readonly repositoryDependencies: ReadonlySet<string>;
}

/** Looks around in a folder. Nothing is written. */
export async function readProjectFacts(folder: string): Promise<ProjectFacts> {
  const prefix = await git(folder, ["rev-parse", "--show-prefix"]);
  const subfolder = prefix.ok ? prefix.stdout.trim().replace(/\/$/u, "") : "";
  const repository = prefix.ok
    ? join(folder, ...subfolder.split("/").map((part) => (part === "" ? "." : "..")))
    : undefined;
  const head = await git(folder, ["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]);
  const manifest = readManifest(folder);
  const dependencies = dependencyNames(manifest);
  const top = repository ?? folder;
  const repositoryDependencies = dependencyNames(readManifest(top));
  return {
    folder,
    repository,
    subfolder,
    branch: head.ok ? head.stdout.trim().replace(/^origin\//u, "") : "main",
    packageManager: detectPackageManager(folder, top),
    isPinned: typeof manifest["packageManager"] === "string",
    hookManager: detectHookManager(top, new Set([...dependencies, ...repositoryDependencies])),
    dependencies,
    repositoryDependencies,
  };
}

/** `package.json` as an object; empty where there is none or it is no JSON. */
function readManifest(folder: string): Readonly<Record<string, unknown>> {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return {};
  const parsed = parseJson(readFileSync(file, "utf8"));
  return parsed.ok && isRecord(parsed.value) ? parsed.value : {};
}

function dependencyNames(manifest: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const groups = ["dependencies", "devDependencies", "optionalDependencies"].map((key) => manifest[key]);
  return new Set(groups.flatMap((group) => (isRecord(group) ? Object.keys(group) : [])));
}

const LOCK_FILES: readonly (readonly [file: string, name: PackageManagerName])[] = [
  ["pnpm-lock.yaml", "pnpm"],
  ["pnpm-workspace.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
];

/** As `packageManager` in `package.json` says, else as the lock file tells, from the folder up to the repository's. */
function detectPackageManager(folder: string, top: string): PackageManagerName {
  const [, named] = /^(npm|pnpm|yarn|bun)@/u.exec(String(readManifest(folder)["packageManager"])) ?? [];
  const byName = LOCK_FILES.find(([, name]) => name === named);
  const byLock = byName ?? LOCK_FILES.find(([file]) => existsSync(join(folder, file)));
  if (byLock !== undefined) return byLock[1];
  const isTop = relative(top, folder).split(sep).join("/") === "";
  return isTop ? "npm" : detectPackageManager(dirname(folder), top);
}
