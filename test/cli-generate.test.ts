import { appendFileSync, chmodSync, cpSync, rmSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { targets } from "../src/targets/index.js";
import { readTree } from "./support/read-tree.js";
import { runCli } from "./support/run-cli.js";
import { sampleConfig, sampleProject } from "./support/sample-project.js";
import { temporaryProject } from "./support/temporary-project.js";

const KILL_AT_CALL = join(import.meta.dirname, "support/kill-at-call.mjs");

describe("typewire generate and check", () => {
  it("write every output, find it up to date, and then have nothing to do", async () => {
    const { root } = sampleProject();
    const first = await runCli(["generate"], { cwd: root });
    expect(first).toMatchObject({ exitCode: 0, stderr: "" });
    const files = [...readTree(join(root, "generated")).keys()];
    expect(first.stdout).toMatch(new RegExp(`^${files.length} files? written, 0 unchanged, 0 removed$`, "m"));
    const check = await runCli(["check"], { cwd: root });
    expect(check).toMatchObject({ exitCode: 0, stderr: "" });
    const second = await runCli(["generate"], { cwd: root });
    expect(second.stdout).toMatch(new RegExp(`^0 files written, ${files.length} unchanged, 0 removed$`, "m"));
  });

  it("write the same bytes in any time zone, locale and working folder", async () => {
    const here = sampleProject();
    const there = sampleProject();
    const plain = { TZ: "UTC", LANG: "C", LC_ALL: "C" };
    await runCli(["generate"], { cwd: here.root, env: plain });
    const config = join(there.root, "typewire.config.json");
    const other = { TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", FORCE_COLOR: "1" };
    const result = await runCli(["generate", "--config", config], { cwd: dirname(there.root), env: other });
    expect(result.exitCode).toBe(0);
    expect(readTree(join(there.root, "generated"))).toEqual(readTree(join(here.root, "generated")));
  });

  it("find every edited, deleted and extra file, and say the commands that repair them", async () => {
    const { root } = sampleProject();
    await runCli(["generate"], { cwd: root });
    const generated = readTree(join(root, "generated"));
    const files = [...generated.keys()];
    files.forEach((path) => appendFileSync(join(root, "generated", path), " "));
    await expectFindings(root, "check/stale-file", files);
    files.forEach((path) => rmSync(join(root, "generated", path)));
    await expectFindings(root, "check/missing-file", files);
    const folders = targets
      .filter((target) => target.outputKind({}) === "folder")
      .map((target) => target.defaultOutput);
    const inFolders = files.filter((path) => folders.some((folder) => path.startsWith(`sample/${folder}/`)));
    const extra = inFolders.map((path) => path.replace(extname(path), `Extra${extname(path)}`));
    inFolders.forEach((path, index) =>
      cpSync(join(root, "generated", path), join(root, "generated", extra[index] ?? "")),
    );
    expect(extra.length).toBeGreaterThan(0);
    await expectFindings(root, "check/orphan-file", extra);
    expect(readTree(join(root, "generated"))).toEqual(generated);
  });

  it("leave every file old or new, wherever generate is killed, and clean up in the next run", async () => {
    const { root, write } = sampleProject("Before");
    const generated = join(root, "generated");
    await runCli(["generate"], { cwd: root });
    const before = readTree(generated);
    write({ "typewire.config.json": sampleConfig("After") });
    const after = readTree(join((await generateElsewhere("After")).root, "generated"));
    expect(after).not.toEqual(before);
    let killed = 0;
    for (let call = 1; ; call += 1) {
      const env = { KILL_AT_CALL: String(call) };
      const { exitCode } = await runCli(["generate"], { cwd: root, env, node: ["--import", KILL_AT_CALL] });
      if (exitCode !== null) break;
      killed += 1;
      for (const [path, text] of readTree(generated)) {
        if (!path.endsWith(".tmp")) expect([before.get(path), after.get(path)]).toContain(text);
      }
      if (killed > 3) continue;
      const { stderr } = await runCli(["check"], { cwd: root });
      expect(stderr).not.toMatch(/orphan|foreign|\.tmp/);
    }
    expect(killed).toBeGreaterThan(1);
    expect(readTree(generated)).toEqual(after);
  });
});

describe("typewire generate", () => {
  it("writes nothing where one of several protocols is wrong, and says what is wrong with each", async () => {
    const broken = 'export const ProtocolSchemas = { A: { type: "date" } };';
    const { root } = temporaryProject({
      "good.ts": 'export const ProtocolSchemas = { A: { type: "string" } };',
      "bad.ts": broken,
      "worse.ts": broken,
      "typewire.config.json": JSON.stringify({
        protocols: Object.fromEntries(
          ["good", "bad", "worse"].map((name) => [name, { source: `./${name}.ts`, targets: { "json-schema": true } }]),
        ),
      }),
    });
    const { stdout, stderr, exitCode } = await runCli(["generate"], { cwd: root });
    expect({ stdout, exitCode }).toEqual({ stdout: "Nothing was written.\n", exitCode: 1 });
    expect(stderr).toContain("bad.ts:1:");
    expect(stderr).toContain("worse.ts:1:");
    expect([...readTree(root).keys()]).toEqual(["bad.ts", "good.ts", "typewire.config.json", "worse.ts"]);
  });

  it("does without a config", async () => {
    const { root } = temporaryProject({ "schema.json": '{ "definitions": { "A": { "type": "string" } } }' });
    const args = ["schema.json", "json-schema", "--out", "out"];
    expect(await runCli(["generate", ...args], { cwd: root })).toMatchObject({ stderr: "", exitCode: 0 });
    expect([...readTree(join(root, "out")).keys()]).toEqual(["protocol.schema.json"]);
    expect(await runCli(["check", ...args], { cwd: root })).toMatchObject({ stderr: "", exitCode: 0 });
  });

  it("says where it may not write", async () => {
    const { root } = temporaryProject({ "schema.json": '{ "definitions": { "A": { "type": "string" } } }' });
    chmodSync(root, 0o555);
    const args = ["generate", "schema.json", "json-schema", "--out", "out"];
    const { stderr, exitCode } = await runCli(args, { cwd: root, node: withoutSuperuser() });
    chmodSync(root, 0o755);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("error output/not-writable: out/protocol.schema.json cannot be written: EACCES");
  });
});

/** Expects `check` to find exactly these files, in whatever order, and the commands that it names to leave nothing to find. */
async function expectFindings(root: string, code: string, files: readonly string[]): Promise<void> {
  const { stderr, exitCode } = await runCli(["check"], { cwd: root });
  expect(exitCode).toBe(1);
  const found = [...stderr.matchAll(/^generated\/(\S+):\d+:\d+ - error (\S+):/gm)];
  expect(found.map(([, path, reported]) => `${path} ${reported}`).toSorted()).toEqual(
    files.map((path) => `${path} ${code}`).toSorted(),
  );
  const commands = new Set([...stderr.matchAll(/Run: typewire (.*)/g)].map((match) => match[1] ?? ""));
  for (const command of commands)
    expect(await runCli(command.split(" "), { cwd: root })).toMatchObject({ exitCode: 0 });
  expect(await runCli(["check"], { cwd: root })).toMatchObject({ exitCode: 0 });
}

async function generateElsewhere(title: string): Promise<{ readonly root: string }> {
  const project = sampleProject(title);
  await runCli(["generate"], { cwd: project.root });
  return project;
}

/**
 * Node arguments that give up the rights of the superuser, who may write everywhere, while folders are made. Not for
 * longer: nobody else may have to be able to read the code that runs.
 */
function withoutSuperuser(): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  const preload = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { mkdirSync } = fs;
    fs.mkdirSync = (...args) => {
      process.seteuid(65534);
      try { return mkdirSync(...args); } finally { process.seteuid(0); }
    };
    syncBuiltinESMExports();`;
  return ["--import", `data:text/javascript,${encodeURIComponent(preload)}`];
}
