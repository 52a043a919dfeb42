import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, writeInto } from "./support/typecheck.js";
import { runInProcess } from "./support/run-in-process.js";

const ROOT = join(import.meta.dirname, "..");

/** Runs `typewire validate` in the project. */
function validate(words: readonly string[], input?: string) {
  return runInProcess(["validate", ...words], ROOT, input);
}

const TRANSCRIPT = [
  '{"type":"req","id":"1","method":"chat.send","params":{"sessionKey":"m","mesage":"hi","idempotencyKey":"k"}}',
  '{"type":"event","event":"tick","payload":{"ts":1}}',
  '{"type":"event","event":"tock"}',
  "{nope",
  '{"type":"req","id":"2","method":"connect","params":{"minProtocol":0}}',
  '{"type":"res","id":"2","ok":true,"payload":{}}',
  '{"type":"res","id":"9","ok":true,"payload":{}}',
  '{"type":"req","id":"3","method":"chat.sned"}',
  '{"type":"event","event":"tick","payload":{"ts":1},"sequ":3}',
].join("\n");

describe("typewire validate", () => {
  it("accepts every example frame of the gateway", async () => {
    const frames = ["connect", "health-request", "hello-ok", "system-echo-request", "tick"];
    const files = frames.map((name) => `fixtures/frames/${name}.json`);
    const { stdout, stderr, exitCode } = await validate(["--frame", "--protocol", "gateway", ...files]);
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: "5 valid values\n", stderr: "", exitCode: 0 });
  });

  it("finds each fault of a transcript, with its line and column", async () => {
    const folder = emptyFolder("cli-validate");
    writeInto(folder, "transcript.ndjson", TRANSCRIPT);
    const { stdout, stderr, exitCode } = await validate([
      "--frame",
      "--protocol",
      "gateway",
      "dist/test/cli-validate/transcript.ndjson",
    ]);
    await expect(`${stderr}${stdout}exit code ${exitCode}\n`).toMatchFileSnapshot(
      "__golden__/cli-validate/transcript.txt",
    );
  });

  it("types a lone response by the method that is named", async () => {
    const response = '{"type":"res","id":"9","ok":true,"payload":{"ts":"now"}}';
    expect((await validate(["--frame", "--protocol", "gateway"], response)).exitCode).toBe(0);
    const typed = await validate(["--frame", "--protocol", "gateway", "--method", "connect"], response);
    expect(typed.exitCode).toBe(1);
    expect(typed.stderr).toContain("<stdin>:1:");
    expect(typed.stderr).toContain("at HelloOk");
  });

  it("points into a value of several lines, and at a key that should not be there", async () => {
    const value = '\uFEFF{\n  "presence": 0,\n  "health": "0",\n  "extra": 1\n}\n';
    const { stderr, exitCode } = await validate(["--protocol", "clawdis", "--all-errors", "StateVersion"], value);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("<stdin>:3:13 - error validate/invalid: /health must be integer");
    expect(stderr).toContain("<stdin>:4:3 - error validate/invalid");
  });

  it("reads the last of two equal keys, and odd keys, as JSON.parse does", async () => {
    const twice = await validate(
      ["--protocol", "clawdis", "StateVersion"],
      '{"presence":0,\n"health":0,\n"health":-1}',
    );
    expect(twice.stderr).toContain("<stdin>:3:10");
    const odd = '{"presence":0,"health":0,\n"__proto__":{}}';
    expect((await validate(["--protocol", "clawdis", "StateVersion"], odd)).stderr).toContain("<stdin>:2:1");
  });

  it("says as JSON which value is valid", async () => {
    const lines = '{"presence":0,"health":0}\n{"presence":0}\n';
    const { stdout, exitCode } = await validate(["--format", "json", "--protocol", "clawdis", "StateVersion"], lines);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: 1,
      values: [
        { name: "<stdin>:1", valid: true },
        { name: "<stdin>:2", valid: false },
      ],
    });
  });

  it("needs a union of frames for --frame", async () => {
    const folder = emptyFolder("cli-validate-frameless");
    const config = { protocols: { notes: { source: "./schema.json", targets: { typescript: true } } } };
    writeInto(folder, "typewire.config.json", JSON.stringify(config));
    writeInto(folder, "schema.json", JSON.stringify({ definitions: { Note: { type: "string" } } }));
    const { stderr, exitCode } = await runInProcess(["validate", "--frame"], folder, "{}");
    expect(stderr).toContain("error validate/no-frames: The protocol notes has no union of frames");
    expect(exitCode).toBe(2);
  });

  it.each([
    { words: [], code: "validate/no-name" },
    { words: ["StateVersion"], code: "validate/several-protocols" },
    { words: ["--method", "connect", "StateVersion"], code: "validate/method-without-frame" },
    { words: ["--protocol", "clawdis", "StateVersio"], code: "cli/unknown-definition" },
    { words: ["--protocol", "clawdis", "StateVersion", "absent.json"], code: "validate/unreadable-file" },
    { words: ["--protocol", "nobody", "StateVersion"], code: "cli/unknown-protocol" },
  ])("could not run: $code", async ({ words, code }) => {
    const { stderr, exitCode } = await validate(words, "{}");
    expect(stderr).toContain(code);
    expect(exitCode).toBe(2);
  });
});
