import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "./support/run-cli.js";
import { runInProcess } from "./support/run-in-process.js";
import { peakOf, PRINT_PEAK, validateProject } from "./support/validate-project.js";

const BIN = join(import.meta.dirname, "../bin/typewire.js");
const ROOT = join(import.meta.dirname, "..");

/** The places and codes of what is found in an input, and the result. */
async function found(definition: string, input: string | Uint8Array): Promise<readonly string[]> {
  const chunks = typeof input === "string" ? input : [input];
  const { stdout, stderr, exitCode } = await runInProcess(["validate", definition], validateProject().root, chunks);
  const findings = stderr.split("\n").filter((line) => line.startsWith("<stdin>:"));
  return [...findings.map((line) => line.slice("<stdin>:".length)), stdout.trim(), `exit code ${exitCode}`];
}

function rows(count: number, id = "1"): string {
  return `{"id":${id},"text":"${"x".repeat(64)}"}\n`.repeat(count);
}

function tree(depth: number): string {
  return `${'{"c":'.repeat(depth - 1)}{}${"}".repeat(depth - 1)}`;
}

describe("what validate makes of an input", () => {
  it.each([
    { title: "a first line that was cut off at its start", input: 'x"}\n{"id":1}\n{"id":2}\n', valid: 2, at: ["1:1"] },
    {
      title: "a first line that was cut off at its end",
      input: '{"id":1,\n{"id":1}\n{"id":2}\n',
      valid: 2,
      at: ["1:9"],
    },
    { title: "a first line that ends before a value", input: '{"id":\n{"id":1}\n{"id":2}\n', valid: 2, at: ["1:7"] },
    { title: "bad lines among good ones", input: '{"id":1}\n{nope\n\n{"id":2}\n]\n', valid: 2, at: ["2:2", "5:1"] },
    { title: "one value of several lines", input: '{\n  "id": nope,\n  "text": "a"\n}\n', valid: 0, at: ["2:9"] },
    { title: "rows without a comma", input: '[\n{"id":1}\n{"id":2}\n]\n', valid: 0, at: ["3:1"] },
    { title: "a comment", input: '{ // all\n"id": 1\n}\n', valid: 0, at: ["1:3"] },
    { title: "a second value after one of several lines", input: '{\n"id":1}\n{"id":2}\n', valid: 0, at: ["3:1"] },
    { title: "nothing", input: "\n \n", valid: 0, at: ["1:1"] },
  ])("$title", async ({ input, valid, at }) => {
    const lines = await found("Row", input);
    const places = lines.slice(0, -2).map((line) => line.split(" - ")[0]);
    expect(places).toEqual(at);
    expect(lines.slice(0, -2).every((line) => line.includes("error validate/not-json"))).toBe(true);
    expect(lines.at(-2)).toContain(`, ${valid} valid value`);
    expect(lines.at(-1)).toBe("exit code 1");
  });

  it.each([1, 2, 3])("cuts lines and characters alike wherever chunks of %i bytes end", async (size) => {
    const bytes = Buffer.from('\uFEFF{"id":1,"text":"ä€😀"}\r\n{"id":"2"}\r\n\n\uFEFF{"id":3}');
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    );
    const { stdout, stderr } = await runInProcess(["validate", "Row"], validateProject().root, chunks);
    expect(stderr).toContain('<stdin>:2:7 - error validate/invalid: /id must be integer\n  at Row\n  2 | {"id":"2"}\n');
    expect(stdout).toBe("1 invalid value, 2 valid values\n");
  });

  it.each([
    { title: "a stray byte", bytes: [0x61, 0xff, 0x62], byte: "ff", offset: 26, column: 18 },
    { title: "half a surrogate pair", bytes: [0xed, 0xa0, 0x80], byte: "ed", offset: 25, column: 17 },
    { title: "an overlong character", bytes: [0xc0, 0xaf], byte: "c0", offset: 25, column: 17 },
    { title: "a character that is cut off", bytes: [0xe2, 0x82], byte: "e2", offset: 25, column: 17 },
  ])("refuses what is no UTF-8: $title", async ({ bytes, byte, offset, column }) => {
    const input = Buffer.concat([
      Buffer.from('{"id":1}\n{"id":2,"text":"'),
      Buffer.from(bytes),
      Buffer.from('"}\n{"id":3}\n'),
    ]);
    expect(await found("Row", input)).toEqual([
      `2:${column} - error validate/not-utf8: This is no UTF-8: the byte 0x${byte} at offset ${offset}`,
      "1 invalid value, 2 valid values",
      "exit code 1",
    ]);
  });

  it.each([
    { title: "128 levels", input: tree(128), expected: ["1 valid value", "exit code 0"] },
    { title: "129 levels", input: tree(129), at: "1:641" },
    { title: "100,000 levels", input: tree(100_000), at: "1:641" },
    { title: "brackets without an end", input: "[".repeat(1_000_000), at: "1:129" },
    { title: "brackets on lines of their own", input: "[\n".repeat(100_000), at: "129:1" },
  ])("has a verdict for $title", async ({ input, expected, at }) => {
    const refused = [
      `${at} - error validate/too-deep: the value must not be nested deeper than 128`,
      "1 invalid value, 0 valid values",
      "exit code 1",
    ];
    expect(await found("Tree", input)).toEqual(expected ?? refused);
  });

  it("goes on after a line that is too deep, and counts no bracket of a string", async () => {
    const text = `{"id":1,"text":"${"[".repeat(500)}\\"${"{".repeat(500)}"}`;
    const lines = await found("Row", `${text}\n${"[".repeat(129)}\n{"id":2}\n`);
    expect(lines[0]).toMatch(/^2:129 - error validate\/too-deep/u);
    expect(lines.slice(1)).toEqual(["1 invalid value, 2 valid values", "exit code 1"]);
  });

  it("goes on after a line that is too long for one string", async () => {
    const chunk = Buffer.alloc(1024 * 1024, "x");
    const chunks = [
      Buffer.from('{"id":1}\n"'),
      ...Array.from({ length: 257 }, () => chunk),
      Buffer.from('"\n{"id":2}\n'),
    ];
    const { stdout, stderr } = await runInProcess(["validate", "Row"], validateProject().root, chunks);
    expect(stderr).toContain("<stdin>:2:1 - error validate/too-long: One value is longer than 256 MiB");
    expect(stdout).toBe("1 invalid value, 2 valid values\n");
  });

  it("says when it forgets which request a response answers", async () => {
    const requests = Array.from(
      { length: 100_003 },
      (_, id) => `{"type":"req","id":"${id}","method":"system-presence"}\n`,
    );
    const input = requests.join("");
    const { stderr } = await runInProcess(["validate", "--frame", "--protocol", "clawdis"], ROOT, input);
    expect(stderr.split("warning validate/many-requests")).toHaveLength(2);
  });
});

function reportOf(format: string, input: string) {
  return runInProcess(["validate", "Row", "--format", format], validateProject().root, input);
}

describe("how much validate can take", () => {
  it("needs no more memory for a longer input", async () => {
    const project = validateProject({ "short.ndjson": rows(10_000), "long.ndjson": rows(600_000) });
    const run = (file: string) => runCli(["validate", "Row", file], { cwd: project.root, node: [PRINT_PEAK] });
    const [short, long] = [await run("short.ndjson"), await run("long.ndjson")];
    expect([short.stdout, long.stdout]).toEqual(["10000 valid values\n", "600000 valid values\n"]);
    expect(peakOf(long.stderr)).toBeLessThan(peakOf(short.stderr) + 100);
  });

  it.each([
    { format: "text", finding: /error validate\/invalid/gu },
    { format: "json", finding: /"code": "validate\/invalid"/gu },
    { format: "github", finding: /^::error /gmu },
    { format: "junit", finding: /<failure /gu },
  ])("tells 100,000 faulty lines apart as $format, in little memory", async ({ format, finding }) => {
    const project = validateProject({ "bad.ndjson": rows(100_000, '"1"') });
    const node = [PRINT_PEAK, "--max-old-space-size=128"];
    const args = ["validate", "Row", "bad.ndjson", "--format", format];
    const { stdout, stderr, exitCode } = await runCli(args, { cwd: project.root, node });
    expect((format === "text" ? stderr : stdout).match(finding)).toHaveLength(100_000);
    expect(peakOf(stderr)).toBeLessThan(320);
    expect(exitCode).toBe(1);
    if (format === "json") expect(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`).toBe(stdout);
  });

  it("finds 50,000 faults of one value where each of them is", async () => {
    const value = `{"id":1,"list":[\n${Array.from({ length: 50_000 }, () => '"x"').join(",\n")}\n]}`;
    const args = ["validate", "Row", "--all-errors", "--format", "json"];
    const { stdout } = await runInProcess(args, validateProject().root, value);
    const lines = Array.from(stdout.matchAll(/"line": (\d+)/gu), ([, line]) => Number(line));
    expect(lines).toEqual(Array.from({ length: 50_000 }, (_, index) => index + 2));
  });

  it("prints in pieces what the report in one piece would be", async () => {
    const input = '{"id":1}\n{"id":"2","text":"\u2028"}\n{"id":3}\n';
    await expect((await reportOf("json", input)).stdout).toMatchFileSnapshot("__golden__/cli-validate/report.json");
    await expect((await reportOf("junit", input)).stdout).toMatchFileSnapshot(
      "__golden__/cli-validate/report.junit.xml",
    );
    expect(JSON.parse((await reportOf("json", '{"id":1}')).stdout)).toEqual({
      version: 1,
      command: "validate",
      errors: 0,
      warnings: 0,
      diagnostics: [],
      values: [{ name: "<stdin>", valid: true }],
    });
  });

  it("says that a long report has no room", async () => {
    const project = validateProject({ "rows.ndjson": rows(50_000) });
    const args = ["validate", "Row", "rows.ndjson", "--format", "json"];
    const env = { TMPDIR: join(project.root, "absent") };
    const { stdout, exitCode } = await runCli(args, { cwd: project.root, env });
    expect(JSON.parse(stdout)).toMatchObject({ errors: 1, diagnostics: [{ code: "validate/no-room" }] });
    expect(exitCode).toBe(2);
  });
});

/** Runs in a shell, for its redirections. `$T` is the command line. */
function shell(script: string, cwd: string): { readonly stderr: string; readonly status: number | null } {
  const env = { PATH: process.env["PATH"], T: `${process.execPath} ${BIN}` };
  const { stderr, status } = spawnSync("bash", ["--norc", "--noprofile", "-c", script], { cwd, env, encoding: "utf8" });
  return { stderr, status };
}

describe.skipIf(!existsSync("/dev/full"))("an output that takes no more", () => {
  it.each(["text", "json", "junit", "github"])("is said where the disk is full: %s", (format) => {
    const project = validateProject({ "rows.ndjson": '{"id":1}\n{"id":"2"}\n' });
    const { stderr, status } = shell(`$T validate Row rows.ndjson --format ${format} > /dev/full`, project.root);
    expect(stderr).toContain("typewire: not all could be printed: ENOSPC\n");
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(2);
  });

  it("ends the command where stderr is full", () => {
    const project = validateProject({ "rows.ndjson": rows(10, '"1"') });
    expect(shell("$T validate Row rows.ndjson 2> /dev/full", project.root)).toEqual({ stderr: "", status: 2 });
  });

  it("is said of every command", () => {
    const { stderr, status } = shell("$T inspect > /dev/full", validateProject().root);
    expect(stderr).toBe("typewire: not all could be printed: ENOSPC\n");
    expect(status).toBe(2);
  });

  it("ends a long run early where the reader has gone, with exit code 2", () => {
    const project = validateProject({ "bad.ndjson": rows(100_000, '"1"') });
    const script = "set -o pipefail; $T validate Row bad.ndjson --format github | head -1 > first.txt";
    const { stderr, status } = shell(script, project.root);
    expect(stderr).toBe("typewire: standard output was closed before all was printed\n");
    expect(status).toBe(2);
    expect(execFileSync("wc", ["-l", "first.txt"], { cwd: project.root, encoding: "utf8" })).toMatch(/^1 /u);
  });
});
