import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryProject, type TemporaryProject } from "./temporary-project.js";

/** A git repository that exists for one test. */
export interface GitProject extends TemporaryProject {
  /** Runs git in it. For example `git("tag", "v1")`. */
  git(...args: readonly string[]): string;
  /** Commits everything. */
  commit(message: string): void;
}

const REPOSITORY = join(import.meta.dirname, "../..");
const IDENTITY = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];

/** Makes a repository with files, committed, and the project's own packages. It is gone when the test ends. */
export function gitProject(files: Readonly<Record<string, string>>): GitProject {
  const project = temporaryProject({ ".gitignore": "node_modules\n", ...files });
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...IDENTITY, ...args], { cwd: project.root, encoding: "utf8", stdio: "pipe" });
  symlinkSync(join(REPOSITORY, "node_modules"), join(project.root, "node_modules"), "junction");
  git("init", "--quiet", "--initial-branch=main");
  const commit = (message: string): void => {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  };
  commit("Begin");
  return { ...project, git, commit };
}
