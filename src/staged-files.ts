import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { git } from "./revisions/git.js";

/** What git says of the next commit. Paths are absolute. */
export interface StagedFiles {
  /** The repository's folder, symbolic links followed. */
  readonly repository: string;
  /** Files that the next commit adds, changes or deletes; a renamed file is there under both names. */
  readonly staged: readonly string[];
  /** Tracked files whose content differs from what is staged. */
  readonly unstaged: ReadonlySet<string>;
  /** Every file that the index has. */
  readonly tracked: ReadonlySet<string>;
  /** Files that the index does not have and that are not ignored. */
  readonly untracked: ReadonlySet<string>;
}

/** What is asked of git; each answers with paths relative to the repository. */
const QUESTIONS = {
  staged: ["diff", "--cached", "--name-only", "--no-renames", "-z"],
  unstaged: ["diff", "--name-only", "--no-renames", "-z"],
  tracked: ["ls-files", "--cached", "-z"],
  untracked: ["ls-files", "--others", "--exclude-standard", "-z"],
} as const;

/** Asks git about the next commit; gives the reason where git cannot tell. For example `await readStagedFiles(config.root)`. */
export async function readStagedFiles(
  folder: string,
): Promise<{ readonly ok: true; readonly files: StagedFiles } | { readonly ok: false; readonly reason: string }> {
  const top = await git(folder, ["rev-parse", "--show-toplevel"]);
  if (!top.ok) return top;
  const repository = await realpath(top.stdout.replace(/\r?\n$/u, ""));
  const ask = async (question: keyof typeof QUESTIONS): Promise<readonly string[]> => {
    const answer = await git(repository, QUESTIONS[question]);
    if (!answer.ok) throw new GitFailure(answer.reason);
    return answer.stdout
      .split("\0")
      .filter((path) => path !== "")
      .map((path) => join(repository, path));
  };
  try {
    const staged = await ask("staged");
    const unstaged = new Set(await ask("unstaged"));
    const tracked = new Set(await ask("tracked"));
    const untracked = new Set(await ask("untracked"));
    return { ok: true, files: { repository, staged, unstaged, tracked, untracked } };
  } catch (error) {
    if (error instanceof GitFailure) return { ok: false, reason: error.message };
    throw error;
  }
}

/** A question that git did not answer; it does not leave this file. */
class GitFailure extends Error {}
