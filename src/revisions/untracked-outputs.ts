import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Config } from "../config/config.js";
import { realFolder } from "../output/conflicts.js";
import { git } from "./git.js";
import { repositoryRoot } from "../support/repository-root.js";

/** An output that is there, and that git does not track. */
export interface Untracked {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly isIgnored: boolean;
}

/** Finds the untracked ones among outputs, given by their paths relative to the project's root. */
export type FindUntracked = (paths: readonly string[]) => Promise<readonly Untracked[]>;

/**
 * Asks git what it tracks where the config's outputs are, and gives what answers. Each output is asked about in its own
 * repository, which may be a submodule; one that is in none is tracked by nobody, and is not found. Undefined where no
 * output is in a repository. The question is put at once, and answered while everything is made.
 */
export function untrackedFinder({ root, protocols }: Config): FindUntracked | undefined {
  const outputs = protocols.flatMap(({ targets }) => targets.map(({ output }) => join(root, output)));
  const repositories = [...new Set(outputs.map(repositoryOf).filter((one) => one !== undefined))];
  if (repositories.length === 0) return undefined;
  const tracked = Promise.all(repositories.map((repository) => trackedFiles(repository, outputs)));
  return async (paths) => {
    const known = new Set((await tracked).flat());
    const placed = paths.map((path) => ({ path, file: realFolder(join(root, path)) }));
    const untracked = placed.filter(({ file }) => !known.has(file) && repositoryOf(file) !== undefined);
    if (untracked.length === 0) return [];
    const ignored = new Set((await Promise.all(repositories.map((one) => ignoredFiles(one, untracked)))).flat());
    return untracked.map(({ path, file }) => ({ path, isIgnored: ignored.has(file) }));
  };
}

/** The repository that a file is or would be in, symbolic links followed. */
function repositoryOf(file: string): string | undefined {
  return repositoryRoot(dirname(realFolder(file)));
}

async function trackedFiles(repository: string, outputs: readonly string[]): Promise<readonly string[]> {
  const own = outputs.map(realFolder).filter((file) => repositoryOf(file) === repository);
  return listed(repository, ["ls-files", "--cached", "-z", "--", ...own]);
}

function ignoredFiles(repository: string, files: readonly { readonly file: string }[]): Promise<readonly string[]> {
  const own = files.map(({ file }) => file).filter((file) => repositoryOf(file) === repository);
  return own.length === 0
    ? Promise.resolve([])
    : listed(repository, ["ls-files", "--others", "--ignored", "--exclude-standard", "-z", "--", ...own]);
}

async function listed(repository: string, question: readonly string[]): Promise<readonly string[]> {
  const found = await git(repository, ["--literal-pathspecs", ...question]);
  const folder = realpathSync(repository);
  return found.ok
    ? found.stdout
        .split("\0")
        .filter((path) => path !== "")
        .map((path) => join(folder, path))
    : [];
}
