import { describe, expect, it } from "vitest";
import { runCli, transcript } from "./support/run-cli.js";
import { temporaryProject } from "./support/temporary-project.js";

const SCHEMA = 'export const ProtocolSchemas = { Ping: { type: "object", properties: {} }, Pong: { type: "string" } };';
const CONFIG = '{ "protocols": { "sample": { "source": "./schema.ts", "targets": { "json-schema": true } } } }';

/** Command lines that cannot run as they are, by what is wrong with them. */
const WRONG: readonly (readonly [string, readonly string[]])[] = [
  ["unknown-command", ["genrate"]],
  ["unknown-option", ["generate", "--fromat", "json"]],
  ["unknown-format", ["check", "--format", "xml"]],
  ["unknown-target", ["generate", "jsonschema"]],
  ["target-not-configured", ["generate", "swift"]],
  ["out-without-schema", ["generate", "--out", "elsewhere"]],
  ["schema-without-out", ["generate", "./schema.ts"]],
  ["several-schemas", ["generate", "a.ts", "b.ts", "--out", "dir"]],
  ["config-with-schema", ["lint", "schema.ts", "--config", "typewire.config.json"]],
  ["unknown-protocol", ["inspect", "--protocol", "sampel"]],
  ["unknown-definition", ["inspect", "Pnig"]],
  ["missing-config", ["check", "--config", "nowhere.ts"]],
];

describe("typewire", () => {
  it.concurrent.for(WRONG)(
    "says what is wrong with a command line: %s",
    async ([name, args], { expect: expectHere }) => {
      const { root } = temporaryProject({ "schema.ts": SCHEMA, "typewire.config.json": CONFIG });
      const result = await runCli(args, { cwd: root });
      expectHere(result.exitCode).toBe(2);
      await expectHere(transcript(args, result)).toMatchFileSnapshot(`__golden__/cli-usage/${name}.txt`);
    },
  );

  it("prints help and its version on stdout", async () => {
    const help = await runCli(["--help"], { cwd: "/" });
    expect(help).toMatchObject({ stderr: "", exitCode: 0 });
    expect(help.stdout).toContain("generate [options] [target...]");
    const generate = await runCli(["generate", "--help"], { cwd: "/" });
    for (const option of ["--config <file>", "--format <format>", "--no-color", "--out <dir>"]) {
      expect(generate.stdout).toContain(option);
    }
    expect((await runCli(["--version"], { cwd: "/" })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("shows its help where no command is given, as a command line that could not run", async () => {
    const { stdout, stderr, exitCode } = await runCli([], { cwd: "/" });
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 2 });
    expect(stderr).toMatch(/^Usage: typewire/);
  });

  it("shows definitions as trees and as JSON", async () => {
    const { root } = temporaryProject({ "schema.ts": SCHEMA, "typewire.config.json": CONFIG });
    expect((await runCli(["inspect", "Ping"], { cwd: root })).stdout).toMatch(/^Ping {2}object/);
    const json = await runCli(["inspect", "--json"], { cwd: root });
    expect(JSON.parse(json.stdout)).toMatchObject({ sample: { declarations: [{ id: "Ping" }, { id: "Pong" }] } });
  });

  it.each([
    ["json", /^\{\n {2}"version": 1,\n {2}"command": "check",\n {2}"errors": 1,/],
    ["github", /^::error file=generated\/sample\/protocol\.schema\.json,line=1,col=1,title=check\/missing-file::/],
    ["junit", /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites tests="1" failures="1"/],
  ])("prints findings as %s on stdout, and nothing else", async (format, expected) => {
    const { root } = temporaryProject({ "schema.ts": SCHEMA, "typewire.config.json": CONFIG });
    const { stdout, stderr, exitCode } = await runCli(["check", "--format", format], { cwd: root });
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 1 });
    expect(stdout).toMatch(expected);
  });

  it("colours only where that is wanted", async () => {
    const { root } = temporaryProject({ "schema.ts": SCHEMA, "typewire.config.json": CONFIG });
    const colours = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<boolean> =>
      (await runCli(["check", ...args], { cwd: root, env })).stderr.includes("\u001b[");
    expect(await colours([], {})).toBe(false);
    expect(await colours([], { FORCE_COLOR: "1" })).toBe(true);
    expect(await colours(["--no-color"], { FORCE_COLOR: "1" })).toBe(false);
    expect(await colours([], { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
  });
});
