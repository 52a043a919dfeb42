import { describe, expect, it } from "vitest";
import { check, diff, generate } from "../src/index.js";
import { runCli } from "./support/run-cli.js";
import { temporaryProject } from "./support/temporary-project.js";

// A script's variable that is unset must not let a command look at something else than was meant.

const FILES = {
  "typewire.config.json": '{ "protocols": { "a": { "source": "./a.ts", "targets": { "json-schema": true } } } }',
  "a.ts": 'export const ProtocolSchemas = { A: { type: "string" } };\n',
};

describe("on a command line", () => {
  it.each([
    [["diff", "--against", ""], "--against"],
    [["diff", "--against="], "--against"],
    [["diff", "--from", " ", "--to", "HEAD"], "--from"],
    [["diff", "--against", "HEAD", "--to", ""], "--to"],
    [["diff", "--against", "HEAD", "--approve", ""], "--approve"],
    [["check", "--config", ""], "--config"],
    [["inspect", "--protocol", ""], "--protocol"],
    [["generate", "a.ts", "--out", ""], "--out"],
    [["generate", ""], "An argument"],
    [["lint", ""], "An argument"],
    [["add", "method", ""], "An argument"],
  ])("%j is refused", async (args, name) => {
    const { root } = temporaryProject(FILES);
    const { stdout, stderr, exitCode } = await runCli(args, { cwd: root });
    expect(stderr).toContain(`error cli/empty-value: ${name} is empty`);
    expect([stdout, exitCode]).toEqual(["", 2]);
  });

  it.each([
    ["lint", "nope"],
    ["diff", "nope", "--against", "HEAD"],
    ["inspect", "A", "B"],
  ])("a word too many is refused: %s %s", async (...args) => {
    const { stderr, exitCode } = await runCli(args, { cwd: temporaryProject(FILES).root });
    expect(stderr).toContain("cli/unexpected-argument");
    expect(exitCode).toBe(2);
  });

  it("an empty list of events is named as what it is", async () => {
    const { root, write } = temporaryProject(FILES);
    write({
      "a.ts":
        'export const ProtocolSchemas = { EchoParams: { type: "object" } };\nexport const METHODS = ["echo"];\nexport const EVENTS: string[] = [];\n',
    });
    const { stderr, exitCode } = await runCli(["add", "event", "tick", "--payload", "seq:integer"], { cwd: root });
    expect(stderr).toContain("its list of events is empty, and the first has to be written by hand");
    expect(exitCode).toBe(2);
  });
});

function codes(result: { readonly diagnostics: readonly { readonly code: string }[] }): readonly string[] {
  return result.diagnostics.map(({ code }) => code);
}

/** As a program without types calls it. */
function untyped(options?: object): ReturnType<typeof diff> {
  return Reflect.apply(diff, undefined, [options]);
}

describe("for programs", () => {
  it("refuses targets that the project has not", async () => {
    const { root } = temporaryProject(FILES);
    expect(codes(await generate({ root, targets: ["jsonschema"] }))).toEqual(["api/unknown-target"]);
    expect(codes(await check({ root, targets: ["swift"] }))).toEqual(["api/target-not-configured"]);
  });

  it("refuses options that are empty, and a comparison with nothing", async () => {
    const { root } = temporaryProject(FILES);
    expect(codes(await check({ root: "" }))).toEqual(["api/empty-option"]);
    expect(codes(await generate({ root, config: "" }))).toEqual(["api/empty-option"]);
    expect(codes(await diff({ root, against: "" }))).toEqual(["api/empty-option"]);
    expect(codes(await diff({ root, against: "HEAD", protocol: "", to: " " }))).toEqual([
      "api/empty-option",
      "api/empty-option",
    ]);
    expect(codes(await untyped())).toEqual(["api/nothing-to-compare"]);
    expect(codes(await untyped({ root }))).toEqual(["api/nothing-to-compare"]);
  });
});
