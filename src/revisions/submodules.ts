import { existsSync } from "node:fs";
import { join } from "node:path";
import { git } from "./git.js";

/** A checked-out commit, and the repository that it is from. */
export interface Checkout {
  /** Absolute. */
  readonly repository: string;
  /** Absolute. */
  readonly folder: string;
}

/**
 * Checks out the submodules of a commit too, and theirs, each from the clone that the working folder has of it: nothing is
 * fetched. Gives what was checked out, the outermost first; what is not cloned stays empty.
 */
export async function checkOutSubmodules({ repository, folder }: Checkout): Promise<readonly Checkout[]> {
  const tree = await git(folder, ["ls-tree", "-r", "-z", "HEAD"]);
  const entries = tree.ok ? tree.stdout.split("\0") : [];
  const done: Checkout[] = [];
  for (const entry of entries) {
    const [, commit, path] = /^160000 commit (\w+)\t(.+)$/su.exec(entry) ?? [];
    if (commit === undefined || path === undefined) continue;
    const inner = { repository: join(repository, path), folder: join(folder, path) };
    if (!existsSync(join(inner.repository, ".git"))) continue;
    const added = await git(inner.repository, ["worktree", "add", "--detach", "--quiet", inner.folder, commit]);
    if (added.ok) done.push(inner, ...(await checkOutSubmodules(inner)));
  }
  return done;
}

/** Removes a checkout; its files may be gone already. */
export async function removeCheckout({ repository, folder }: Checkout): Promise<void> {
  await git(repository, ["worktree", "remove", "--force", "--force", folder]);
  await git(repository, ["worktree", "prune"]);
}
