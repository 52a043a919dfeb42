import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../src/index.js";
import { type CliResult, runCli } from "./support/run-cli.js";
import { temporaryProject, type TemporaryProject } from "./support/temporary-project.js";

// What a registry or a config does to the process while it is imported, seen from outside: the command ends with its own
// words and its own exit code.

const CONFIG = { protocols: { a: { source: "./a.ts", targets: { "json-schema": { output: "out/a.json" } } } } };
const EXPORTS = "export const ProtocolSchemas = { A: { type: 'string' } };\n";

function project(registry: string): TemporaryProject {
  const made = temporaryProject({
    "typewire.config.json": JSON.stringify(CONFIG),
    "a.ts": `${registry}\n${EXPORTS}`,
    "package.json": '{ "type": "module" }',
  });
  symlinkSync(join(import.meta.dirname, "../node_modules"), join(made.root, "node_modules"));
  return made;
}

async function typewire(registry: string, args: readonly string[]): Promise<CliResult> {
  const { root } = project(registry);
  const result = await runCli(args, { cwd: root });
  expect(result.stdout + result.stderr).not.toMatch(/data:text|^\s+at |fault of its own|debugger/mu);
  return result;
}

const prevented: readonly (readonly [code: string, reason: string])[] = [
  ["process.exit(0);", "a.ts:1:9 - error registry/import-failed"],
  ["process.exit(0);", "it called process.exit(0)"],
  ["try { process.exit(0); } catch {}", "it called process.exit(0)"],
  ['import { exit } from "node:process"; exit(3);', "it called process.exit(3)"],
  ["await new Promise(() => setTimeout(() => process.exit(), 1));", "it called process.exit()"],
  ["(process as any).reallyExit(0);", "it called process.reallyExit(0)"],
  ["process.abort();", "it called process.abort()"],
  ['process.kill(process.pid, "SIGKILL");', "it called process.kill on its own process"],
  ["await new Promise(() => {});", "it awaits something that can never happen"],
  ['Promise.reject(new Error("x"));', "Error: x, which nothing caught"],
  ['process.removeAllListeners(); Promise.reject(new Error("x"));', "Error: x, which nothing caught"],
  ['process.nextTick(() => { throw new TypeError("x"); });', "TypeError: x, which nothing caught"],
  ['setTimeout(() => { throw "x"; }, 1); await new Promise(() => {});', 'threw "x", which nothing caught'],
];

it.each(prevented)("says why it cannot read a registry that does %s", async (code, reason) => {
  const { stderr, stdout, exitCode } = await typewire(code, ["generate"]);
  expect(stderr).toContain("registry/import-failed");
  expect(stderr).toContain(reason);
  expect([stdout, exitCode]).toEqual(["Nothing was written.\n", 2]);
});

it.each([
  ["while (true) {}"],
  ["for (;;) { try { for (;;) {} } catch {} }"],
  ["for (;;) await 0;"],
  ["setTimeout(() => { while (true) {} }, 1); await new Promise(() => {});"],
  ["Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);"],
  ['import { createServer } from "node:net"; createServer().listen(0); await new Promise(() => {});'],
  ['import { execSync } from "node:child_process"; try { execSync("sleep 60"); } catch {} while (true) {}'],
])("ends a registry that never does: %s", async (code) => {
  const { stdout, exitCode } = await typewire(code, ["check", "--format", "json", "--import-timeout", "1"]);
  const { command, diagnostics } = JSON.parse(stdout);
  expect(command).toBe("check");
  expect(diagnostics).toMatchObject([
    { code: "registry/import-failed", message: expect.stringContaining("it was still running after 1 s") },
  ]);
  expect(exitCode).toBe(2);
});

it.each([
  ["setInterval(() => {}, 1000);"],
  ['import { createServer } from "node:net"; createServer().listen(0);'],
  ['import { Worker } from "node:worker_threads"; new Worker("setInterval(() => {}, 1000)", { eval: true });'],
  ['import { spawn } from "node:child_process"; spawn("sleep", ["60"]);'],
  ["process.exitCode = 5;"],
  ['process.on("exit", () => process.exit(7));'],
  ['process.on("exit", () => { process.exitCode = 7; }); process.on("SIGTERM", () => {});'],
  ['process.chdir("/");'],
  ['process.env.PATH = ""; process.env.GIT_DIR = "/nowhere"; process.env = {};'],
  ["setImmediate(() => setTimeout(() => process.exit(3), 0));"],
  ["process.stdout.write = () => true; process.stderr.write = () => true; process.exit = (() => {}) as never;"],
])("is not changed by a registry that does %s", async (code) => {
  const { stdout, exitCode } = await typewire(code, ["generate"]);
  expect(stdout).toBe("written  out/a.json\n1 file written, 0 unchanged, 0 removed\n");
  expect(exitCode).toBe(0);
});

it("warns of what fails after a registry was read", async () => {
  const late = 'setImmediate(() => setImmediate(() => Promise.reject(new Error("too late"))));';
  const { stdout, stderr, exitCode } = await typewire(late, ["generate"]);
  expect(stderr).toMatch(/^warning cli\/late-fault: .*: Error: too late\n/u);
  expect(stdout).toBe("written  out/a.json\n1 file written, 0 unchanged, 0 removed\n");
  expect(exitCode).toBe(0);
});

it("keeps what a module prints out of its own output", async () => {
  const code = `
    import { writeSync } from "node:fs";
    import { execSync, spawnSync } from "node:child_process";
    console.log("log");
    process.stdout.write("write\\n");
    writeSync(1, "sync\\n");
    execSync("echo exec", { stdio: "inherit" });
    spawnSync("echo", ["spawn"], { stdio: [0, 1, "pipe"] });
  `;
  const { stdout, stderr, exitCode } = await typewire(code, ["check", "--format", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({ command: "check", errors: 1 });
  for (const word of ["log", "write", "sync", "exec", "spawn"]) expect(stderr).toContain(`${word}\n`);
  expect(exitCode).toBe(1);
});

it("says the same of a config", async () => {
  const { root } = temporaryProject({ "typewire.config.js": "process.exit(0);\nexport default {};\n" });
  const { stderr, exitCode } = await runCli(["check"], { cwd: root });
  expect(stderr).toContain("typewire.config.js:1:9 - error config/import-failed");
  expect(exitCode).toBe(2);
});

it.each([["-1"], ["soon"], [""]])("refuses the time %j", async (time) => {
  const { stderr, exitCode } = await runCli(["check", "--import-timeout", time], { cwd: import.meta.dirname });
  expect(stderr).toContain("It is a number of seconds, such as 30.");
  expect(exitCode).toBe(2);
});

describe("generate, for programs", () => {
  it("gives the process back", async () => {
    const { exit, env } = process;
    const { root } = project('process.env.TYPEWIRE_TEST = "1"; process.on("SIGUSR2", () => {}); process.exit(0);');
    const [one, other] = await Promise.all([generate({ root }), generate({ root })]);
    expect([one, other].map(({ diagnostics }) => diagnostics[0]?.code)).toEqual([
      "registry/import-failed",
      "registry/import-failed",
    ]);
    expect([process.exit, process.env, process.listenerCount("SIGUSR2")]).toEqual([exit, env, 0]);
    expect(process.env["TYPEWIRE_TEST"]).toBeUndefined();
  });
});
