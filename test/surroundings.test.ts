import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generate } from "../src/index.js";
import { runCli } from "./support/run-cli.js";
import { temporaryProject, type TemporaryProject } from "./support/temporary-project.js";

// What the surroundings do to a command is named as that, and never as a fault of its own.

const repository = join(import.meta.dirname, "..");
const CONFIG =
  '{ "protocols": { "a": { "source": "./a.ts", "targets": { "json-schema": { "output": "out/a.json" } } } } }';
const SCHEMA = 'export const ProtocolSchemas = { A: { type: "string" } };\n';

function project(files: Readonly<Record<string, string>> = {}): TemporaryProject {
  return temporaryProject({ "typewire.config.json": CONFIG, "a.ts": SCHEMA, ...files });
}

async function failure(made: TemporaryProject, args: readonly string[] = ["generate"]): Promise<string> {
  const { stderr, exitCode } = await runCli(args, { cwd: made.root });
  expect(stderr).not.toMatch(/fault of its own|^\s+at \S+ \(|node:internal/mu);
  expect(exitCode).toBe(2);
  return stderr;
}

it.each([
  ["broken", { ".prettierrc": '{"singleQuote":tru' }, ".prettierrc asks"],
  [
    "incomplete",
    { ".prettierrc": '{"plugins":["prettier-plugin-nope"]}' },
    "Cannot find package 'prettier-plugin-nope'",
  ],
  ["a module that throws", { "prettier.config.mjs": 'throw new Error("no");' }, "no"],
])("a Prettier configuration: %s", async (_, files, reason) => {
  const printed = await failure(project({ ...files, "package.json": "{}" }), ["check"]);
  expect(printed).toContain("error layout/prettier-failed: Prettier cannot lay out out/a.json");
  expect(printed).toContain(reason);
});

it("a Prettier configuration, for programs", async () => {
  const { root } = project({ ".prettierrc": "{" });
  const { diagnostics, files } = await generate({ root });
  expect([diagnostics.map(({ code }) => code), files.written]).toEqual([["layout/prettier-failed"], []]);
});

it.each([
  ["pnpm-lock.yaml", "pnpm add nope-pkg"],
  ["yarn.lock", "yarn add nope-pkg"],
  ["package-lock.json", "npm install nope-pkg"],
  ["README.md", "npm install nope-pkg"],
])("a missing package, beside %s", async (lock, command) => {
  const printed = await failure(project({ "a.ts": 'import "nope-pkg/deep";\n', [lock]: "" }));
  expect(printed).toContain('registry/invalid-module: The registry "a.ts" does not compile');
  expect(printed).toContain(`help: Install it: \`${command}\`.`);
});

it("a package that is not built", async () => {
  const manifest = '{ "name": "made", "type": "module", "exports": "./dist/index.js" }';
  const made = project({ "a.ts": 'export * from "made";\n', "node_modules/made/package.json": manifest });
  expect(await failure(made)).toContain("made is installed, but it has no such file: build it");
});

it("Typewire itself, not built", async () => {
  const { root } = temporaryProject({ "package.json": '{ "type": "module" }' });
  cpSync(join(repository, "bin"), join(root, "bin"), { recursive: true });
  expect(() => execFileSync(process.execPath, [join(root, "bin/typewire.js")], { stdio: "pipe" })).toThrow(
    "typewire is not built",
  );
});

it("a schema of another library", async () => {
  const zod = 'const string = { def: { type: "string" }, "~standard": { version: 1, vendor: "zod" } };';
  const made = project({ "a.ts": `${zod}\nexport const ProtocolSchemas = { A: string };\n` });
  const printed = await failure(made);
  expect(printed).toContain('ProtocolSchemas.A of the registry "a.ts" is no schema but a schema of zod');
});

it("a full disk, for what is printed", async () => {
  const { root } = project();
  const command = `"${process.execPath}" "${join(repository, "bin/typewire.js")}" check --format json > /dev/full`;
  expect(() => execFileSync("sh", ["-c", command], { cwd: root, stdio: "pipe" })).toThrow(
    /not all could be printed: ENOSPC/u,
  );
});

it("too many open files", async () => {
  const { root } = project();
  const command = `ulimit -n 24; exec "${process.execPath}" "${join(repository, "bin/typewire.js")}" check`;
  const run = (): unknown => execFileSync("sh", ["-c", command], { cwd: root, stdio: "pipe" });
  expect(run).toThrow(/EMFILE|too many open files/u);
  expect(run).not.toThrow(/fault of its own/u);
});

it("a link in the place of an output shows nothing of where it leads", async () => {
  const made = project({ secret: "SECRET LINE\n" });
  mkdirSync(join(made.root, "out"));
  symlinkSync("../secret", join(made.root, "out/a.json"));
  const printed = await failure(made);
  expect(printed).toContain("output/not-a-file: out/a.json is a symbolic link");
  expect(printed).not.toContain("SECRET");
});

it.each([["generate"], ["check"]])("a pipe in the place of an output does not block %s", async (command) => {
  const made = project();
  mkdirSync(join(made.root, "out"));
  execFileSync("mkfifo", [join(made.root, "out/a.json")]);
  expect(await failure(made, [command])).toContain("output/not-a-file: out/a.json is no regular file");
});
