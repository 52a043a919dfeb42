import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createGitRepository, type GitRepository } from "./support/git-repository.js";
import { runInProcess } from "./support/run-in-process.js";

/**
 * Gates of other projects were green while the models were wrong: they skipped files, pointed at paths that were gone,
 * or compared one of two outputs. Each of those ways has to fail here, and to say why.
 */
const schema = `import { Type } from "@sinclair/typebox";
export const ProtocolSchemas = { Tick: Type.Object({ at: Type.Integer() }) };
`;
const document = "generated/chat/protocol.schema.json";

function configOf(targets: object, source = "./schema.ts"): string {
  return JSON.stringify({ protocols: { chat: { source, targets } } });
}

let project: GitRepository;
afterEach(() => project.remove());

/** A repository with two outputs that are up to date and committed. */
async function upToDate(): Promise<void> {
  const config = configOf({ "json-schema": true, typescript: true });
  project = createGitRepository({ "schema.ts": schema, "typewire.config.json": config });
  expect((await runInProcess(["generate"], project.root)).exitCode).toBe(0);
  project.git("add", ".");
  expect(project.commit().ok).toBe(true);
  expect((await runInProcess(["check"], project.root)).exitCode).toBe(0);
}

async function check(folder = project.root, ...more: readonly string[]): Promise<readonly [number, string]> {
  const { exitCode, stdout, stderr } = await runInProcess(["check", ...more], folder);
  return [exitCode, stderr + stdout];
}

describe("a gate that failed open elsewhere", () => {
  it("is closed where the output's path is missing", async () => {
    await upToDate();
    rmSync(join(project.root, "generated"), { recursive: true });
    const [exitCode, printed] = await check();
    expect(exitCode).toBe(1);
    expect(printed).toContain(`${document} is missing`);
    expect(printed).toContain("generated/chat/typescript/types.ts is missing");
  });

  it("is closed where the output's path cannot exist", async () => {
    await upToDate();
    rmSync(join(project.root, "generated/chat"), { recursive: true });
    writeFileSync(join(project.root, "generated/chat"), "a file");
    const [exitCode, printed] = await check();
    expect(exitCode).toBe(2);
    expect(printed).toContain(`${document} cannot exist, since generated/chat is not a folder`);
  });

  it("is closed in the wrong working directory", async () => {
    await upToDate();
    const [exitCode, printed] = await check(dirname(project.root));
    expect(exitCode).toBe(2);
    expect(printed).toContain("There is no typewire.config.ts in this folder");
  });

  it("is closed where the config names a file that is not there", async () => {
    await upToDate();
    const [exitCode, printed] = await check(project.root, "--config", "apps/typewire.config.json");
    expect(exitCode).toBe(2);
    expect(printed).toContain('The config "apps/typewire.config.json" does not exist');
  });

  it("is closed where an output was never committed", async () => {
    await upToDate();
    project.git("rm", "--quiet", "--cached", document);
    const [stagedCode, staged] = await check(project.root, "--staged");
    expect([stagedCode, staged]).toEqual([1, expect.stringContaining(`${document} is not tracked by git`)]);
    expect(project.commit().ok).toBe(true);
    project.git("clean", "--quiet", "-fd", "generated");
    const [exitCode, printed] = await check();
    expect(exitCode).toBe(1);
    expect(printed).toContain(`${document} is missing`);
  });

  it.each([[document], ["generated/chat/typescript/types.ts"]])("is closed where only %s has changed", async (path) => {
    await upToDate();
    writeFileSync(join(project.root, path), "// edited\n");
    const [exitCode, printed] = await check();
    expect(exitCode).toBe(1);
    expect(printed).toContain(`${path} is not what its schemas give`);
    expect(printed.match(/is not what its schemas give/g)).toHaveLength(1);
  });

  it.each(["../elsewhere", "generated/../../elsewhere"])(
    "is closed where the output is %s, outside of the config's folder",
    async (output) => {
      await upToDate();
      project.write("app/typewire.config.json", configOf({ typescript: { output } }, "../schema.ts"));
      for (const command of ["generate", "check"]) {
        const { exitCode, stderr } = await runInProcess([command], join(project.root, "app"));
        expect([exitCode, stderr]).toEqual([2, expect.stringContaining("error output/outside-project")]);
      }
      expect(existsSync(join(project.root, "elsewhere"))).toBe(false);
    },
  );

  it("is open for an output that somebody has typed on the command line, wherever that is", async () => {
    await upToDate();
    mkdirSync(join(project.root, "app"));
    const words = ["generate", "../schema.ts", "typescript", "--out", "../elsewhere"];
    const { exitCode } = await runInProcess(words, join(project.root, "app"));
    expect(exitCode).toBe(0);
    expect(existsSync(join(project.root, "elsewhere"))).toBe(true);
  });

  it("takes no output for left over that could not be made, or was not asked for", async () => {
    await upToDate();
    const protocol = { source: "./schema.ts", targets: { typescript: { output: "generated/all" } } };
    const inner = { source: "./inner.ts", targets: { typescript: { output: "generated/all/inner" } } };
    project.write("inner.ts", schema);
    project.write("typewire.config.json", JSON.stringify({ protocols: { protocol, inner } }));
    expect((await runInProcess(["generate"], project.root)).exitCode).toBe(0);
    project.write("inner.ts", "export const ProtocolSchemas = {};");
    const [exitCode, printed] = await check();
    expect(exitCode).toBe(2);
    expect(printed).toContain("registry/empty-registry");
    expect(printed).not.toContain("is left over");
  });

  it("is closed where a file is left over in a folder of outputs", async () => {
    await upToDate();
    writeFileSync(join(project.root, "generated/chat/typescript/extra.ts"), "export {};\n");
    const [exitCode, printed] = await check();
    expect(exitCode).toBe(1);
    expect(printed).toContain("generated/chat/typescript/extra.ts");
  });

  it.each([
    ["describes no protocol", JSON.stringify({ protocols: {} }), "describes no protocol, so there is nothing to do"],
    ["has a protocol without targets", configOf({}), "has no target, so nothing would be generated from it"],
    ["names a registry that is not there", configOf({ "json-schema": true }, "./gone.ts"), "gone.ts"],
  ])("is closed where the config %s", async (_, config, reason) => {
    await upToDate();
    project.write("typewire.config.json", config);
    const [exitCode, printed] = await check();
    expect(exitCode).toBe(2);
    expect(printed).toContain(reason);
  });

  it("is closed where a target that was asked for is not configured", async () => {
    await upToDate();
    project.write("typewire.config.json", configOf({ "json-schema": true }));
    const [exitCode, printed] = await check(project.root, "typescript");
    expect(exitCode).toBe(2);
    expect(printed).toContain('No protocol of the config has the target "typescript"');
  });

  it.each([
    ["nothing", "export {};\n", "registry/no-exports"],
    ["no schemas", "export const Other = 1;\n", "registry/missing-export"],
    ["an empty set of schemas", "export const ProtocolSchemas = {};\n", "registry/empty-registry"],
  ])("is closed where the registry exports %s", async (_, text, code) => {
    await upToDate();
    project.write("schema.ts", text);
    const [exitCode, printed] = await check();
    expect(exitCode).toBe(2);
    expect(printed).toMatch(new RegExp(`error ${code}: .{20,}`));
  });
});
