import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createGitRepository, type GitRepository } from "./support/git-repository.js";
import { readTree } from "./support/read-tree.js";
import { runInProcess } from "./support/run-in-process.js";
import { temporaryProject, type TemporaryProject } from "./support/temporary-project.js";

// What stands in the place of an output is never lost by accident, and what is left of one is found.

const SCHEMA = '{ "definitions": { "A": { "type": "string" } } }';
const CONFIG = "typewire.config.json";

type Targets = Readonly<Record<string, unknown>>;

function config(targets: Targets, source = "./a.json"): string {
  return JSON.stringify({ protocols: { a: { source, targets } } });
}

function project(targets: Targets, files: Readonly<Record<string, string>> = {}): TemporaryProject {
  return temporaryProject({ "a.json": SCHEMA, [CONFIG]: config(targets), ...files });
}

const json = (output: string): Targets => ({ "json-schema": { output } });
const swift = (output: string): Targets => ({ swift: { output } });

describe("what is never written over", () => {
  it.each([
    ["its own source", json("a.json"), "a.json"],
    ["the config", json(CONFIG), CONFIG],
    ["the manifest", json("package.json"), "package.json"],
    ["a file of git's", json(".git/hooks/pre-commit"), ".git/hooks/pre-commit"],
    ["an installed package", json("node_modules/x/index.json"), "node_modules/x/index.json"],
  ])("is %s, --force or not", async (_, targets, path) => {
    const { root } = project(targets, {
      "package.json": "{}",
      ".git/hooks/pre-commit": "true\n",
      "node_modules/x/index.json": "{}",
    });
    const before = readTree(root);
    for (const args of [["generate"], ["generate", "--force"]]) {
      const { exitCode, stderr } = await runInProcess(args, root);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`output/protected-file: a/`)]);
      expect(stderr).toContain(`would write ${path}`);
    }
    expect(readTree(root)).toEqual(before);
  });

  it("is what the source imports, and what other output folders hold of it", async () => {
    const { root } = temporaryProject({
      "types.ts": 'export const A = { type: "string" };\n',
      "a.ts": 'import { A } from "./types.js";\nexport const ProtocolSchemas = { A };\n',
      [CONFIG]: config({ typescript: { output: "./" } }, "./a.ts"),
    });
    const { exitCode, stderr } = await runInProcess(["generate", "--force"], root);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("would write types.ts")]);
    expect(readdirSync(root).toSorted()).toEqual(["a.ts", "types.ts", CONFIG]);
  });

  it("is a file of somebody else, unless that is agreed to once", async () => {
    const { root } = project({ ...swift("hand.swift"), ...json("out/a.json") }, { "hand.swift": "let a = 1\n" });
    const refused = await runInProcess(["generate"], root);
    expect(refused).toMatchObject({ exitCode: 2, stdout: "Nothing was written.\n" });
    expect(refused.stderr).toContain("output/not-ours: a/swift would write over hand.swift");
    expect(refused.stderr).toContain("typewire generate --force");
    expect([readFileSync(join(root, "hand.swift"), "utf8"), existsSync(join(root, "out"))]).toEqual([
      "let a = 1\n",
      false,
    ]);
    expect((await runInProcess(["check"], root)).stderr).toContain("Run: typewire generate swift --force");
    expect((await runInProcess(["generate", "--force"], root)).exitCode).toBe(0);
    writeFileSync(join(root, "a.json"), SCHEMA.replace("string", "integer"));
    expect((await runInProcess(["generate"], root)).exitCode).toBe(0);
  });

  it.each([
    ["another version of it", SCHEMA.replace("{", '{ "$schema": "http://json-schema.org/draft-07/schema#", '), 0],
    [
      "one with the marks of a merge",
      '{\n"$schema": "http://json-schema.org/draft-07/schema#",\n<<<<<<< HEAD\n"definitions": { "A": 1 }',
      0,
    ],
    ["an empty file", "", 0],
    [
      "a document of something else",
      '{ "$schema": "http://json-schema.org/draft-07/schema#", "definitions": { "Z": {} } }',
      2,
    ],
    ["any other JSON", '{ "A": 1 }', 2],
  ])("a document without a mark is known by what stands in it: %s", async (_, text, exitCode) => {
    const { root } = project(json("out.json"), { "out.json": text });
    expect((await runInProcess(["generate"], root)).exitCode).toBe(exitCode);
  });
});

describe("paths that cannot all be written", () => {
  it.each([
    ["a file and a folder of one name", { ...swift("x.swift"), typescript: { output: "x.swift" } }],
    ["a path under another's file", { ...json("x"), ...swift("x/Models.swift") }],
    ["two files, but for case", { ...json("x.swift"), ...swift("X.swift") }],
  ])("%s", async (_, targets) => {
    const { root } = project(targets);
    for (const args of [["generate"], ["check"], ["generate", "swift"]]) {
      const { exitCode, stderr } = await runInProcess(args, root);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining("output/duplicate-path")]);
      expect(stderr).not.toContain("is missing");
    }
    expect(readdirSync(root).toSorted()).toEqual(["a.json", CONFIG]);
  });
});

describe("what is left behind", () => {
  it.each([
    ["by a removed target", json("gen/a.json")],
    ["by a moved output", { ...json("gen/a.json"), ...swift("moved/Models.swift") }],
  ])("%s is named by check, and removed with --prune", async (_, later) => {
    const { root, write } = project({ ...json("gen/a.json"), ...swift("apps/Models.swift") });
    await runInProcess(["generate"], root);
    write({ [CONFIG]: config(later), "README.md": "Generated by Typewire, says this page.\n" });
    await runInProcess(["generate"], root);
    const checked = await runInProcess(["check"], root);
    expect([checked.exitCode, checked.stderr]).toEqual([
      0,
      expect.stringContaining("check/left-behind: apps/Models.swift"),
    ]);
    expect(checked.stderr).toContain("typewire generate --prune");
    expect((await runInProcess(["generate", "--prune"], root)).stdout).toContain("removed  apps/Models.swift");
    expect([existsSync(join(root, "apps")), existsSync(join(root, "README.md"))]).toEqual([false, true]);
    expect((await runInProcess(["check"], root)).stderr).toBe("");
  });
});

it("lets hand-written files stand in a folder that allows them", async () => {
  const targets = { typescript: { output: "out", allow: ["*-helpers.ts"] } };
  const { root } = project(targets, { "out/my-helpers.ts": "export {};\n", "out/other.ts": "export {};\n" });
  await runInProcess(["generate"], root);
  const { stderr } = await runInProcess(["check"], root);
  expect(stderr).toContain("out/other.ts stands among the files");
  expect(stderr).not.toContain("my-helpers");
});

describe("check --committed", () => {
  let repository: GitRepository | undefined;
  afterEach(() => repository?.remove());

  it("finds outputs that git does not track or ignores; plain check says so on one line", async () => {
    const made = createGitRepository({
      "a.json": SCHEMA,
      [CONFIG]: config({ ...json("out/a.json"), ...swift("ign/A.swift") }),
    });
    repository = made;
    made.write(".gitignore", "ign\nnode_modules\n");
    await runInProcess(["generate"], made.root);
    const plain = await runInProcess(["check"], made.root);
    expect([plain.exitCode, plain.stderr]).toEqual([0, ""]);
    expect(plain.stdout).toMatch(/\n2 files not tracked by git: .*\n$/u);
    const strict = await runInProcess(["check", "--committed"], made.root);
    expect(strict.exitCode).toBe(1);
    expect(strict.stderr).toContain("check/untracked-file: out/a.json is not in the repository");
    expect(strict.stderr).toContain("Run: git add out/a.json");
    expect(strict.stderr).toContain("Run: git add --force ign/A.swift");
    made.git("add", "--force", "out/a.json", "ign/A.swift");
    expect(await runInProcess(["check", "--committed"], made.root)).toMatchObject({
      exitCode: 0,
      stdout: "2 files up to date\n",
    });
  });

  it("leaves out what is not to be committed, which check looks at only when it is named", async () => {
    const targets = { ...json("out/a.json"), swift: { output: "A.swift", committed: false } };
    const made = createGitRepository({ "a.json": SCHEMA, [CONFIG]: config(targets) });
    repository = made;
    await runInProcess(["generate"], made.root);
    made.git("add", "out/a.json");
    rmSync(join(made.root, "A.swift"));
    expect(await runInProcess(["check", "--committed"], made.root)).toMatchObject({
      exitCode: 0,
      stdout: "1 file up to date\n",
    });
    expect((await runInProcess(["check", "swift"], made.root)).exitCode).toBe(1);
  });

  it("says that there is no repository", async () => {
    const { root } = project(json("out/a.json"));
    const { exitCode, stderr } = await runInProcess(["check", "--committed"], root);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("check/no-repository")]);
  });
});

it("diff reads a submodule's registry, and runs no hook and no monitor of the repository", async () => {
  const inner = createGitRepository({ "s.ts": 'export const ProtocolSchemas = { A: { type: "string" } };\n' });
  const outer = createGitRepository({ [CONFIG]: config(json("out.json"), "./sub/s.ts") });
  try {
    inner.git("add", ".");
    inner.commit();
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.root, "sub");
    outer.git("add", ".");
    outer.commit();
    const spy = join(outer.root, ".git/ran");
    const script = `#!/bin/sh\necho "$0" >> "${spy}"\n`;
    mkdirSync(join(outer.root, ".git/hooks"), { recursive: true });
    writeFileSync(join(outer.root, ".git/hooks/post-checkout"), script, { mode: 0o755 });
    writeFileSync(join(outer.root, ".git/monitor"), script, { mode: 0o755 });
    outer.git("config", "core.fsmonitor", join(outer.root, ".git/monitor"));
    const { exitCode, stdout } = await runInProcess(["diff", "--against", "HEAD"], outer.root);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("nothing has changed")]);
    expect(existsSync(spy)).toBe(false);
    expect(
      execFileSync("git", ["-C", join(outer.root, "sub"), "worktree", "list"], { encoding: "utf8" })
        .trim()
        .split("\n"),
    ).toHaveLength(1);
  } finally {
    inner.remove();
    outer.remove();
  }
});
