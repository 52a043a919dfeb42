import { execFileSync } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTree } from "./support/read-tree.js";
import { runCli } from "./support/run-cli.js";
import { temporaryProject } from "./support/temporary-project.js";

// Formatters, run as their users run them, leave what is generated alone.

const repository = join(import.meta.dirname, "..");
const PRETTIER = join(repository, "node_modules/prettier/bin/prettier.cjs");
const BIOME = join(repository, "node_modules/@biomejs/biome/bin/biome");

const CONFIG = JSON.stringify({
  protocols: {
    own: { source: "./schema/schema.ts", targets: { typescript: true } },
    ajv: { source: "./schema/schema.ts", targets: { typescript: { engine: "ajv" } } },
  },
});

/** A project with both kinds of validators, generated. */
async function generated(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const { root } = temporaryProject({ "typewire.config.json": CONFIG, ...files });
  cpSync(join(repository, "fixtures/gateway"), join(root, "schema"), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  expect(await runCli(["generate"], { cwd: root })).toMatchObject({ exitCode: 0 });
  return root;
}

function run(cwd: string, program: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [program, ...args], { cwd, stdio: "pipe" });
}

it.each([
  ["no configuration", {}],
  ["another layout", { ".prettierrc": '{ "semi": false, "singleQuote": true, "useTabs": true, "printWidth": 60 }' }],
  ["other line ends", { ".prettierrc": '{ "endOfLine": "crlf", "trailingComma": "none" }' }],
  ["an .editorconfig", { ".editorconfig": "root = true\n[*]\nindent_style = tab\nmax_line_length = 100\n" }],
])("Prettier, with %s", async (_, files) => {
  const root = await generated(files);
  run(root, PRETTIER, "--check", "generated");
  const before = readTree(join(root, "generated"));
  run(root, PRETTIER, "--write", "generated");
  expect(readTree(join(root, "generated"))).toEqual(before);
  expect(await runCli(["check"], { cwd: root })).toMatchObject({ exitCode: 0 });
});

it("Biome, with its formatter, its linter and its assists", async () => {
  const root = await generated();
  run(root, BIOME, "ci", "generated");
  const before = readTree(join(root, "generated"));
  run(root, BIOME, "check", "--write", "--unsafe", "generated");
  expect(readTree(join(root, "generated"))).toEqual(before);
});
