import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { git } from "./revisions/git.js";

/** What git says of the next commit. Paths are absolute. */
export interface StagedFiles {
  /** Files that the next commit adds, changes or deletes; a renamed file is there under both names. */
  readonly staged: readonly string[];
  /** Tracked files whose content differs from what is staged. */
  readonly unstaged: ReadonlySet<string>;
  /** Every file that the index has. */
  tracked(): Promise<ReadonlySet<string>>;
}

/** Asks git about the next commit; gives the reason where git cannot tell. For example `await readStagedFiles(config.root)`. */
export async function readStagedFiles(
  folder: string,
): Promise<(StagedFiles & { readonly ok: true }) | { readonly ok: false; readonly reason: string }> {
  const top = await git(folder, ["rev-parse", "--show-toplevel"]);
  if (!top.ok) return top;
  const root = await realpath(top.stdout.replace(/\r?\n$/u, ""));
  const list = (text: string): readonly string[] =>
    text
      .split("\0")
      .filter((path) => path !== "")
      .map((path) => join(root, path));
  const staged = await git(root, ["diff", "--cached", "--name-only", "--no-renames", "-z"]);
  if (!staged.ok) return staged;
  const unstaged = await git(root, ["diff", "--name-only", "--no-renames", "-z"]);
  if (!unstaged.ok) return unstaged;
  return {
    ok: true,
    staged: list(staged.stdout),
    unstaged: new Set(list(unstaged.stdout)),
    async tracked() {
      const known = await git(root, ["ls-files", "--cached", "--full-name", "-z"]);
      return new Set(known.ok ? list(known.stdout) : []);
    },
  };
}
