import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { git } from "../../revisions/git.js";

/** What git says of the next commit. Paths are absolute. */
export interface StagedFiles {
  /** The repository's folder, symbolic links followed. */
  readonly repository: string;
  /** Files that the next commit adds, changes or deletes; a renamed file is there under both names. */
  readonly staged: readonly string[];
  /** Every file that the index has. */
  readonly tracked: ReadonlySet<string>;
  /** Asks what the working folder has beside that. */
  readonly workingFiles: () => Promise<WorkingFiles>;
}

/** How the working folder differs from the next commit. Paths are absolute. */
export interface WorkingFiles {
  /** Tracked files whose content differs from what is staged. */
  readonly unstaged: ReadonlySet<string>;
  /** Files that the index does not have and that are not ignored. */
  readonly untracked: ReadonlySet<string>;
}

/** What is asked of git; each answers with paths relative to the repository, from whichever of its folders. */
const QUESTIONS = {
  staged: ["diff", "--cached", "--name-only", "--no-relative", "--no-renames", "-z"],
  unstaged: ["diff", "--name-only", "--no-relative", "--no-renames", "-z"],
  tracked: ["ls-files", "--cached", "--full-name", "-z", ":/"],
  untracked: ["ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/"],
} as const;

/** Asks git about the next commit; gives the reason where git cannot tell. For example `await readStagedFiles(config.root)`. */
export async function readStagedFiles(
  folder: string,
): Promise<{ readonly ok: true; readonly files: StagedFiles } | { readonly ok: false; readonly reason: string }> {
  // All at once: starting a process takes longer than what it does.
  const [top, staged, tracked] = await Promise.all([
    git(folder, ["rev-parse", "--show-toplevel"]),
    git(folder, QUESTIONS.staged),
    git(folder, QUESTIONS.tracked),
  ]);
  if (!top.ok) return top;
  if (!staged.ok) return staged;
  if (!tracked.ok) return tracked;
  const repository = await realpath(top.stdout.replace(/\r?\n$/u, ""));
  const files = {
    repository,
    staged: paths(repository, staged.stdout),
    tracked: new Set(paths(repository, tracked.stdout)),
    workingFiles: () => readWorkingFiles(repository),
  };
  return { ok: true, files };
}

async function readWorkingFiles(repository: string): Promise<WorkingFiles> {
  const [unstaged, untracked] = await Promise.all([
    git(repository, QUESTIONS.unstaged),
    git(repository, QUESTIONS.untracked),
  ]);
  if (!unstaged.ok) throw new Error(`git diff: ${unstaged.reason}`);
  if (!untracked.ok) throw new Error(`git ls-files: ${untracked.reason}`);
  return {
    unstaged: new Set(paths(repository, unstaged.stdout)),
    untracked: new Set(paths(repository, untracked.stdout)),
  };
}

function paths(repository: string, answer: string): readonly string[] {
  return answer
    .split("\0")
    .filter((path) => path !== "")
    .map((path) => join(repository, path));
}
