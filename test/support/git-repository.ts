import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const repository = join(import.meta.dirname, "../..");

/** A git repository of its own in a temporary folder. */
export interface GitRepository {
  /** Absolute, symbolic links followed. */
  readonly root: string;
  write(path: string, text: string): void;
  /** Runs git and gives what it printed; throws where it fails. */
  git(...args: readonly string[]): string;
  /** Whether a commit goes through, hooks included, and what was printed; `args` as for `git commit`. */
  commit(
    env?: Readonly<Record<string, string>>,
    ...args: readonly string[]
  ): { readonly ok: boolean; readonly output: string };
  remove(): void;
}

/** Nothing of the machine's own git configuration, and nothing of a hook that may run the tests. */
function gitEnvironment(): Readonly<Record<string, string>> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    name.startsWith("GIT_") || value === undefined ? [] : [[name, value] as const],
  );
  const identity = {
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@b",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@b",
  };
  return { ...Object.fromEntries(own), ...identity, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
}

/** Makes a repository with files, packages linked into its `node_modules`, and nothing committed. */
export function createGitRepository(
  files: Readonly<Record<string, string>>,
  packages: readonly string[] = ["@sinclair/typebox"],
): GitRepository {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), "typewire-git-")));
  // A name that is always the same: commands name protocols after folders.
  const root = join(temporary, "app");
  mkdirSync(root);
  const env = gitEnvironment();
  const run = (args: readonly string[], more = {}): string =>
    execFileSync("git", [...args], { cwd: root, encoding: "utf8", stdio: "pipe", env: { ...env, ...more } });
  const project: GitRepository = {
    root,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    git: (...args) => run(args),
    commit(more = {}, ...args) {
      try {
        return { ok: true, output: run(["commit", "--quiet", "-m", "A change", ...args], more) };
      } catch (error) {
        const printed = error instanceof Error && "stderr" in error && "stdout" in error ? error : undefined;
        return { ok: false, output: `${String(printed?.stdout)}${String(printed?.stderr)}` };
      }
    },
    remove: () => rmSync(temporary, { recursive: true, force: true }),
  };
  run(["init", "--quiet", "--initial-branch=main"]);
  for (const [path, text] of Object.entries({ ".gitignore": "node_modules\n", ...files })) project.write(path, text);
  for (const name of packages) {
    const link = join(root, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), link);
  }
  return project;
}
