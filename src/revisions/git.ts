import { execFile } from "node:child_process";

/** What git said. */
export type GitResult =
  { readonly ok: true; readonly stdout: string } | { readonly ok: false; readonly reason: string };

/** Whoever only asks runs nothing that a repository brings along. */
const NOTHING_OF_ITS_OWN = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"];
const LARGEST_OUTPUT = 512 * 1024 * 1024;

/** Runs git in a folder; nothing is thrown, not even where there is no git. For example `await git(root, ["rev-parse", "HEAD"])`. */
export function git(folder: string, args: readonly string[]): Promise<GitResult> {
  return new Promise((resolve) => {
    execFile(
      "git",
      [...NOTHING_OF_ITS_OWN, ...args],
      { cwd: folder, maxBuffer: LARGEST_OUTPUT, encoding: "utf8" },
      (error, stdout, stderr) => {
        if (error === null) resolve({ ok: true, stdout });
        else resolve({ ok: false, reason: (stderr.trim() || error.message).split("\n")[0] ?? "git failed" });
      },
    );
  });
}
