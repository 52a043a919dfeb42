import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = join(import.meta.dirname, "..");

describe("the action's script", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "typewire-action-"));
    // Stands for bin/typewire.js: prints its arguments, and ends as its command's name asks for.
    const ends = "{ check: 0, lint: 1, diff: 2 }[process.argv[2]]";
    const text = `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = ${ends};\n`;
    writeFileSync(join(folder, "typewire.cjs"), text);
    chmodSync(join(folder, "typewire.cjs"), 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(inputs: Readonly<Record<string, string>>): readonly [exitCode: number | null, stdout: string] {
    const env = { COMMANDS: "check", CONFIG: "", AGAINST: "", TYPEWIRE: join(folder, "typewire.cjs"), ...inputs };
    const script = join(repository, "scripts/action.sh");
    const { status, stdout } = spawnSync("bash", [script], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], ...env },
    });
    return [status, stdout];
  }

  it("runs every command, with the worst exit code of all", () => {
    expect(run({})).toEqual([0, '["check","--format","github"]\n']);
    expect(run({ COMMANDS: "lint check" })).toEqual([
      1,
      '["lint","--format","github"]\n["check","--format","github"]\n',
    ]);
  });

  it("hands inputs on as they are, whatever they hold", () => {
    const odd = 'a b"; touch broken; $(touch broken) `touch broken`';
    const expected = ["diff", "--format", "github", "--config", odd, "--against", odd];
    expect(run({ COMMANDS: "diff", CONFIG: odd, AGAINST: odd })).toEqual([2, `${JSON.stringify(expected)}\n`]);
    expect(existsSync(join(folder, "broken"))).toBe(false);
  });

  it.each([
    ["no command", { COMMANDS: " " }, "No command to run"],
    ["a command that does not exist", { COMMANDS: "chekc" }, "There is no command 'chekc' here"],
    ["nothing to compare with", { COMMANDS: "diff" }, "'diff' needs something to compare with"],
  ])("refuses %s", (_, inputs, reason) => {
    expect(run(inputs)).toEqual([2, expect.stringContaining(`::error title=typewire::${reason}`)]);
  });
});

describe("the action", () => {
  it("puts no input into a script's text, and runs the script that is there", () => {
    const text = readFileSync(join(repository, "action.yml"), "utf8");
    const scripts = text.match(/^ *run: .*(?:\n {8,}.*)*/gmu) ?? [];
    expect(scripts).toHaveLength(2);
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
    const named = text.match(/scripts\/[\w.]+/gu) ?? [];
    expect(named.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });
});
