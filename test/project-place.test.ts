import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../src/index.js";
import { runCli } from "./support/run-cli.js";
import { temporaryProject, type TemporaryProject } from "./support/temporary-project.js";

// From where a command is run, what it finds from there, and how it names the files that it speaks of.

const SCHEMA =
  'export const ProtocolSchemas = { Ping: { type: "object", properties: { id: { type: "string" } }, required: ["id"] } };\n';
const CONFIG =
  '{ "protocols": { "a": { "source": "./schema.ts", "targets": { "json-schema": { "output": "a.json" } } } } }';

function project(): TemporaryProject {
  return temporaryProject({
    "package/typewire.config.json": CONFIG,
    "package/schema.ts": SCHEMA,
    "package/src/deep/frame.json": '{ "id": "x" }',
    "package/src/deep/other.ts": SCHEMA.replace("Ping", "Other"),
    ".git/HEAD": "ref: refs/heads/main\n",
  });
}

describe("a config in a folder above", () => {
  it.each([
    [["generate"], 0],
    [["check"], 1],
    [["lint"], 1],
    [["inspect", "Ping"], 0],
    [["validate", "Ping", "frame.json"], 0],
  ])("is found by %j", async (args, exitCode) => {
    const { root } = project();
    const result = await runCli(args, { cwd: join(root, "package/src/deep") });
    expect(result.stderr).not.toContain("config/");
    expect(result.exitCode).toBe(exitCode);
  });

  it("is found by programs", async () => {
    const { files, diagnostics } = await generate({ root: join(project().root, "package/src/deep") });
    expect([files.written, diagnostics]).toEqual([["a.json"], []]);
  });

  it("is named where there is none", async () => {
    const { root } = temporaryProject({});
    const { stderr, exitCode } = await runCli(["check"], { cwd: root });
    expect(stderr).toContain("There is no typewire.config.ts in this folder or above it");
    expect(exitCode).toBe(2);
  });
});

describe("a place in a file", () => {
  const wrong = { "package/schema.ts": "\nthrow new Error('x');\n" };
  it.each([
    ["package/src/deep", [], "../../schema.ts:2:7 - error"],
    ["package", [], "schema.ts:2:7 - error"],
    [".", ["--config", "package/typewire.config.json"], "package/schema.ts:2:7 - error"],
    ["elsewhere", ["--config", "../package/typewire.config.json"], "../package/schema.ts:2:7 - error"],
  ])("is named as from %s", async (folder, args, expected) => {
    const made = project();
    made.write({ ...wrong, "elsewhere/x": "" });
    const { stderr } = await runCli(["check", ...args], { cwd: join(made.root, folder) });
    expect(stderr).toContain(expected);
    expect(stderr).toContain("2 | throw new Error('x');");
  });

  it.each([["package/src/deep"], ["package"]])("is named as from the repository on GitHub, in %s", async (folder) => {
    const made = project();
    made.write(wrong);
    const { stdout } = await runCli(["check", "--format", "github"], { cwd: join(made.root, folder) });
    expect(stdout).toContain("::error file=package/schema.ts,line=2,col=7");
  });
});

describe("a schema file alone", () => {
  it.each([
    [["generate", "other.ts", "--out", "out"], 0, "written  out/protocol.schema.json"],
    [["check", "other.ts", "--out", "out"], 1, "missing"],
    [["lint", "other.ts"], 1, "in 1 protocol"],
    [["inspect", "other.ts"], 0, "Other"],
    [["inspect", "./other.ts", "Other"], 0, "Other"],
    [["validate", "other.ts", "Other", "frame.json"], 0, "1 valid value"],
    [["diff", "other.ts", "--against", "../../schema.ts"], 1, "declaration-no-delete"],
  ])("is enough for %j, and no config is read", async (args, exitCode, printed) => {
    const made = project();
    made.write({ "package/typewire.config.json": "no JSON" });
    const result = await runCli(args, { cwd: join(made.root, "package/src/deep") });
    expect(result.stdout + result.stderr).toContain(printed);
    expect(result.stderr).not.toContain("config/");
    expect(result.exitCode).toBe(exitCode);
  });

  it.each([["generate"], ["check"], ["lint"], ["inspect"], ["validate"], ["diff"]])(
    "is refused by %s beside a config",
    async (command) => {
      const options = { generate: ["--out", "out"], check: ["--out", "out"], diff: ["--against", "x"] };
      const more = command in options ? Object.entries(options).find(([key]) => key === command)?.[1] : [];
      const name = command === "validate" ? ["Ping"] : [];
      const args = [command, "schema.ts", ...name, ...(more ?? []), "--config", "typewire.config.json"];
      const { stderr, exitCode } = await runCli(args, { cwd: join(project().root, "package") });
      expect(stderr).toContain("cli/config-with-schema");
      expect(exitCode).toBe(2);
    },
  );
});
