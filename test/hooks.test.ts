import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createGitRepository, type GitRepository } from "./support/git-repository.js";

/**
 * Sets repositories up with `init` and lets git run the hooks for real. `dist/` has to be built, as `pnpm test` does
 * first. What `npm install` would put into `node_modules` is linked there.
 */
const repository = join(import.meta.dirname, "..");
const output = "generated/app/protocol.schema.json";
const part = `import { Type } from "@sinclair/typebox";
export const PartSchema = Type.Object({ size: Type.Integer() });
`;
const schema = `import { PartSchema } from "./part.js";
export const ProtocolSchemas = { Part: PartSchema };
`;

let project: GitRepository;
let folder: string;
let path: string;
let pnpm: string;
beforeAll(() => {
  pnpm = pnpmFolder();
});
afterEach(() => project.remove());

/** Makes a repository with a project in one of its folders, or in itself. What runs hooks is in the repository's folder. */
function create(manager: string, within = "."): void {
  const manifest = { private: true, devDependencies: { typewire: "*", lefthook: "*", husky: "*" } };
  const locks: Readonly<Record<string, string>> = { pnpm: "pnpm-lock.yaml", npm: "package-lock.json" };
  const text = JSON.stringify(manifest, null, 2);
  project = createGitRepository({
    "package.json": text,
    [locks[manager] ?? ""]: "",
    [join(within, "package.json")]: text,
    [join(within, "schema.ts")]: schema,
    [join(within, "part.ts")]: part,
  });
  folder = join(project.root, within);
  for (const name of ["lefthook", "husky"]) {
    link(project.root, join(repository, "node_modules", name), name);
    link(project.root, join(repository, "node_modules/.bin", name), `.bin/${name}`);
  }
  link(folder, repository, "typewire");
  link(folder, join(repository, "bin/typewire.js"), ".bin/typewire");
  path = [pnpm, process.env["PATH"]].join(delimiter);
}

function link(root: string, target: string, name: string): void {
  const place = join(root, "node_modules", name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(target, place);
}

/** Where pnpm is: the tests may run where it is not installed, and npm can always fetch it. */
function pnpmFolder(): string {
  const found = execFileSync("npx", ["--yes", "--package=pnpm@12", "--call", "command -v pnpm"], { encoding: "utf8" });
  return dirname(found.trim());
}

function shell(command: string): string {
  const env = { ...process.env, PATH: path, npm_config_verify_deps_before_run: "false" };
  return execFileSync("sh", ["-c", command], { cwd: folder, encoding: "utf8", stdio: "pipe", env });
}

function commit(): { readonly ok: boolean; readonly output: string } {
  project.git("add", ".");
  return project.commit({ PATH: path });
}

/** The commands that `init` names, but for the installation. */
function setUp(flags: string): void {
  const printed = shell(`node_modules/.bin/typewire init --yes --targets json-schema ${flags}`);
  const commands = printed
    .slice(printed.indexOf("Next:\n") + 6)
    .trim()
    .split("\n");
  for (const command of commands) shell(command);
}

describe.each([
  ["lefthook", "npm"],
  ["lefthook", "pnpm"],
  ["husky", "npm"],
  ["husky", "pnpm"],
])("the hook of %s with %s", (hook, manager) => {
  it("refuses a commit with drift, and lets every other one through", () => {
    create(manager);
    setUp(`--hook ${hook}`);
    expect(commit()).toMatchObject({ ok: true });
    expect(readFileSync(join(project.root, output), "utf8")).toContain("size");

    project.write("part.ts", part.replace("size", "length"));
    const refused = commit();
    expect(refused.ok).toBe(false);
    expect(refused.output).toContain(`${output} is not what its schemas give`);
    expect(project.git("log", "--format=%s")).toBe("A change\n");

    shell("node_modules/.bin/typewire generate");
    expect(commit()).toMatchObject({ ok: true });
    project.write("README.md", "Nothing that matters.\n");
    expect(commit()).toMatchObject({ ok: true });
  });
});

describe("a hook of a repository with several projects", () => {
  it.each(["lefthook", "husky"])(
    "of %s checks the project's folder, and the index of a commit of some files only",
    (hook) => {
      create("npm", "apps/the gateway");
      setUp(`--hook ${hook}`);
      expect(commit()).toMatchObject({ ok: true });
      project.write("apps/the gateway/part.ts", part.replace("size", "length"));
      shell("node_modules/.bin/typewire generate");
      // Both files are right in the folder; a commit of the one alone would not be.
      const partial = project.commit({ PATH: path }, "apps/the gateway/part.ts");
      expect(partial.ok).toBe(false);
      expect(partial.output).toContain(`${output.replace("app", "the-gateway")} has changes that are not staged`);
      expect(project.commit({ PATH: path }, "--all")).toMatchObject({ ok: true });
    },
  );
});

/**
 * pre-commit itself is a Python program that is not installed here. This runs what its files name in the way in which
 * it would: words split as by a shell, in the repository's folder, without file names.
 */
function runEntry(file: string): { readonly ok: boolean; readonly output: string } {
  const [, entry = ""] = /^\s*entry: (.*)$/mu.exec(readFileSync(file, "utf8")) ?? [];
  try {
    return { ok: true, output: shell(entry) };
  } catch (error) {
    return { ok: false, output: error instanceof Error && "stderr" in error ? String(error.stderr) : "" };
  }
}

describe("the hook of pre-commit", () => {
  it.each([
    ["that init writes", () => join(project.root, ".pre-commit-config.yaml")],
    ["that this repository offers", () => join(repository, ".pre-commit-hooks.yaml")],
  ])("has an entry %s, which refuses drift", (_, file) => {
    create("npm");
    shell("node_modules/.bin/typewire init --yes --targets json-schema --hook pre-commit");
    shell("npx --no typewire generate");
    expect(commit()).toMatchObject({ ok: true });
    expect(runEntry(file())).toEqual({ ok: true, output: "No staged file matters here.\n" });
    project.write("part.ts", part.replace("size", "length"));
    project.git("add", ".");
    expect(runEntry(file())).toEqual({ ok: false, output: expect.stringContaining(`${output} is not what`) });
    shell("npx --no typewire generate");
    project.git("add", ".");
    expect(runEntry(file())).toEqual({ ok: true, output: "1 file up to date\n" });
  });
});
