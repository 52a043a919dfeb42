import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { ask } from "../src/cli/commands/init/ask.js";
import { withLefthookCommand } from "../src/workflows/init/lefthook-file.js";
import { withPreCommitEntry } from "../src/workflows/init/pre-commit-file.js";
import { readProjectFacts } from "../src/workflows/init/project-facts.js";
import { createGitRepository, type GitRepository } from "./support/git-repository.js";
import { runInProcess } from "./support/run-in-process.js";

const goldens = join(import.meta.dirname, "__golden__/init");
const schema = "export const ProtocolSchemas = {};\n";
const manifest = '{\n  "name": "app",\n  "scripts": {\n    "test": "node --test"\n  }\n}\n';

let project: GitRepository;
afterEach(() => project.remove());

function create(files: Readonly<Record<string, string>>): GitRepository {
  project = createGitRepository({ "package.json": manifest, "src/schema.ts": schema, ...files }, []);
  return project;
}

function read(path: string): string {
  return readFileSync(join(project.root, path), "utf8");
}

/** Runs `init` and gives all that it printed and left, as a golden holds it. */
async function init(flags: readonly string[], written: readonly string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await runInProcess(["init", ...flags], project.root);
  const files = written.map((path) => `--- ${path}\n${read(path)}`);
  return [`$ typewire init ${flags.join(" ")}\n`, stderr, stdout, `--- exit code ${exitCode}\n`, ...files].join("");
}

const CONFIG = "typewire.config.ts";
const WORKFLOW = ".github/workflows/protocol.yml";

describe("init in an empty repository", () => {
  it.each([
    ["lefthook", "pnpm", "lefthook.yml"],
    ["husky", "npm", ".husky/pre-commit"],
    ["pre-commit", "yarn", ".pre-commit-config.yaml"],
    ["none", "bun", undefined],
  ])("writes everything for %s and %s", async (hook, manager, hookFile) => {
    create({});
    const hookFiles = hookFile === undefined ? [] : [hookFile];
    const flags = ["--yes", "--hook", hook, "--package-manager", manager];
    const written = await init(flags, [CONFIG, "package.json", WORKFLOW, ...hookFiles]);
    await expect(written).toMatchFileSnapshot(join(goldens, `${hook}-${manager}.txt`));
  });

  it("changes nothing when it is run again", async () => {
    create({});
    await init(["--yes", "--hook", "husky"], []);
    project.git("add", ".");
    expect(project.commit().ok).toBe(true);
    await expect(await init(["--yes"], [])).toMatchFileSnapshot(join(goldens, "again.txt"));
    expect(project.git("status", "--porcelain")).toBe("");
  });

  it("makes a hook that git can run", async () => {
    create({});
    await init(["--yes", "--hook", "husky"], []);
    expect(statSync(join(project.root, ".husky/pre-commit")).mode & 0o111).toBe(0o111);
  });

  it("writes a config that the other commands read", async () => {
    create({ "src/schema.ts": "export const ProtocolSchemas = { Tick: { type: 'integer' } };\n" });
    await init(["--yes", "--targets", "json-schema", "--source", "src/schema.ts"], []);
    project.write(CONFIG, read(CONFIG).replace(/^import.*\n/u, "const defineConfig = (config: object) => config;\n"));
    expect(await runInProcess(["generate"], project.root)).toMatchObject({ exitCode: 0 });
    expect(await runInProcess(["check"], project.root)).toMatchObject({ exitCode: 0 });
  });
});

describe("init in a repository that has something already", () => {
  it("takes the package manager and the hook manager that it finds", async () => {
    create({
      "package.json": '{ "packageManager": "pnpm@12.0.0", "devDependencies": { "lefthook": "2", "typewire": "1" } }\n',
      "lefthook.yml": "# Ours.\npre-commit:\n  parallel: true\n  commands:\n    lint:\n      run: eslint .\n",
    });
    const written = await init(["--yes"], ["package.json", "lefthook.yml", WORKFLOW]);
    await expect(written).toMatchFileSnapshot(join(goldens, "found.txt"));
  });

  it("keeps what is there, byte for byte", async () => {
    const files = {
      "typewire.config.json": "{}",
      "package.json":
        '{"scripts":{"protocol:gen":"mine","protocol:check":"mine","protocol:lint":"mine","prepare":"mine"}}',
      [WORKFLOW]: "name: Mine\n",
      ".husky/pre-commit": "npx typewire check\n",
    };
    create(files);
    await init(["--yes"], []);
    for (const [path, text] of Object.entries(files)) expect(read(path)).toBe(text);
    expect(existsSync(join(project.root, CONFIG))).toBe(false);
  });

  it("says what to add by hand where it cannot add safely, and ends with 1", async () => {
    create({ "lefthook.yml": "pre-commit: { commands: { lint: { run: eslint } } }\n" });
    await expect(await init(["--yes"], ["lefthook.yml"])).toMatchFileSnapshot(join(goldens, "by-hand.txt"));
  });

  it.each([
    ["a file that ends before its end", ".husky/pre-commit", "npm test\nexit 0\n"],
    ["another format", "lefthook.toml", "[pre-commit]\n"],
    ["a list in brackets", ".pre-commit-config.yaml", "repos: []\n"],
  ])("leaves %s alone", async (_, path, text) => {
    create({ [path]: text });
    const { exitCode, stderr } = await runInProcess(["init", "--yes"], project.root);
    expect([exitCode, read(path)]).toEqual([1, text]);
    expect(stderr).toContain(`error init/by-hand: ${path} was left alone`);
    expect(stderr).toContain("typewire check --staged");
  });

  it("works in a folder of a repository, for the hooks of the repository", async () => {
    create({ "apps/the gateway/package.json": manifest, "apps/the gateway/schema.ts": schema, "pnpm-lock.yaml": "" });
    const folder = join(project.root, "apps/the gateway");
    const run = (hook: string) => runInProcess(["init", "--yes", "--hook", hook], folder);
    for (const hook of ["lefthook", "husky", "pre-commit"]) expect((await run(hook)).exitCode).toBe(0);
    const files = ["lefthook.yml", ".husky/pre-commit", ".pre-commit-config.yaml", WORKFLOW].map(
      (path) => `--- ${path}\n${read(path)}`,
    );
    await expect(files.join("")).toMatchFileSnapshot(join(goldens, "subfolder.txt"));
  });
});

describe("init that cannot run", () => {
  it.each([
    ["without a registry", { "src/schema.ts": "" }, ["--yes"], "init/no-source"],
    ["with two registries", { "other/schema.ts": schema }, ["--yes"], "init/several-sources"],
    ["with a source that is not there", {}, ["--yes", "--source", "gone.ts"], "init/source-not-found"],
    ["with a target that does not exist", {}, ["--yes", "--targets", "kotlin"], "cli/unknown-target"],
    ["with nobody to ask", {}, [], "init/nobody-to-ask"],
  ])("writes nothing %s", async (_, files, flags, code) => {
    create(files);
    project.git("add", ".");
    project.commit();
    const { exitCode, stderr } = await runInProcess(["init", ...flags], project.root);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`error ${code}`)]);
    expect(project.git("status", "--porcelain")).toBe("");
  });

  it("says which file cannot be written, and writes the others", async () => {
    create({ ".github": "a file where a folder should be" });
    const { exitCode, stderr } = await runInProcess(["init", "--yes"], project.root);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`error init/not-written: ${WORKFLOW}`)]);
    expect(existsSync(join(project.root, CONFIG))).toBe(true);
  });
});

/** Answers with keys, one after another, as a person would who waits for each question. */
async function answer(keys: readonly string[], sources: readonly string[]): ReturnType<typeof ask> {
  const input = new PassThrough();
  const output = new PassThrough();
  const pending = [...keys];
  output.on("data", (shown: Buffer) => {
    if (!String(shown).includes("?")) return;
    const next = pending.shift();
    if (next !== undefined) setImmediate(() => input.write(next));
  });
  const given = { source: undefined, targets: undefined, hook: undefined, packageManager: undefined };
  const facts = await readProjectFacts(project.root);
  return ask(given, { facts, sources, streams: { input, output } });
}

describe("the questions", () => {
  it("take what was found where all are answered with return", async () => {
    create({ "pnpm-lock.yaml": "", ".husky/pre-push": "" });
    expect(await answer(["\r", "\r", "\r", "\r"], ["src/schema.ts"])).toEqual({
      source: "src/schema.ts",
      targets: ["json-schema", "swift", "typescript"],
      hook: "husky",
      packageManager: "pnpm",
    });
  });

  it("write nothing where a person breaks off", async () => {
    create({});
    expect(await answer(["\r", "\u0003"], ["src/schema.ts"])).toBeUndefined();
  });
});

describe("adding to a lefthook file", () => {
  it.each([
    ["jobs", "pre-commit:\n  jobs:\n    - name: lint\n      run: eslint\n"],
    ["commands without any", "pre-commit:\n  commands:\npre-push:\n  commands:\n    a:\n      run: b\n"],
    ["another hook only", "pre-push:\n    commands:\n        a:\n            run: b\n\n\n"],
    ["an empty hook", "pre-commit: # later\n"],
    ["settings only", "pre-commit:\n    parallel: true\n"],
  ])("adds to %s", async (name, text) => {
    project = createGitRepository({}, []);
    const added = withLefthookCommand(text, "cd 'a b' && npx --no typewire check --staged");
    await expect(added).toMatchFileSnapshot(join(goldens, `lefthook-${name.replaceAll(" ", "-")}.yml`));
  });

  it("keeps its line ends", () => {
    project = createGitRepository({}, []);
    const text = "pre-commit:\n  commands:\n    lint:\n      run: eslint\n";
    const added = withLefthookCommand(text, "typewire check --staged");
    expect(added).toContain("    typewire:\n      run: typewire check --staged\n");
    const crlf = withLefthookCommand(text.replaceAll("\n", "\r\n"), "typewire check --staged");
    expect(crlf).toBe(added?.replaceAll("\n", "\r\n"));
  });
});

describe("adding to a pre-commit file", () => {
  it.each([
    ["a list at the margin", "repos:\n- repo: https://example.org/a\n  rev: v1\n  hooks:\n  - id: a\n"],
    ["an indented list", "# Ours.\nfail_fast: true\nrepos:\n    - repo: local\n      hooks: []\n"],
  ])("adds to %s", async (name, text) => {
    project = createGitRepository({}, []);
    const added = withPreCommitEntry(text, "npx --no typewire check --staged");
    await expect(added).toMatchFileSnapshot(join(goldens, `pre-commit-${name.replaceAll(" ", "-")}.yml`));
  });
});
