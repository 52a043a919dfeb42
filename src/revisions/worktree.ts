import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { git } from "./git.js";
import { type Checkout, checkOutSubmodules, removeCheckout } from "./submodules.js";

/**
 * Checks a commit out into a folder of its own, has it used, and removes it, whatever happens. The installed packages of
 * the project are linked into it, since a registry imports some. `use` is given the place of `root` in that folder.
 * For example `await withWorktree(root, "v1.2.0", async (folder) => loadConfig({ root: folder, … }))`.
 */
export async function withWorktree<T>(
  root: string,
  commit: string,
  use: (folder: string) => Promise<T>,
): Promise<T | undefined> {
  const top = await git(root, ["rev-parse", "--show-toplevel"]);
  if (!top.ok) return undefined;
  const repository = realpathSync(top.stdout.trim());
  const parent = realpathSync(mkdtempSync(join(tmpdir(), "typewire-revision-")));
  const folder = join(parent, "tree");
  const checkouts: Checkout[] = [{ repository, folder }];
  try {
    const added = await git(root, ["worktree", "add", "--detach", "--quiet", folder, commit]);
    if (!added.ok) return undefined;
    checkouts.push(...(await checkOutSubmodules({ repository, folder })));
    await linkPackages(repository, folder);
    return await use(join(folder, relative(repository, realpathSync(root))));
  } finally {
    for (const checkout of checkouts.toReversed()) await removeCheckout(checkout);
    rmSync(parent, { recursive: true, force: true });
  }
}

async function linkPackages(repository: string, folder: string): Promise<void> {
  const ignored = await git(repository, [
    "ls-files",
    "--others",
    "--ignored",
    "--exclude-standard",
    "--directory",
    "-z",
  ]);
  const listed = ignored.ok ? ignored.stdout.split("\0") : [];
  const found = listed
    .map((path) => path.replace(/\/$/, ""))
    .filter((path) => path === "node_modules" || path.endsWith("/node_modules"));
  for (const path of new Set(["node_modules", ...found])) {
    const [from, to] = [join(repository, path), join(folder, path)];
    if (!existsSync(from) || existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    symlinkSync(from, to, "junction");
  }
}
