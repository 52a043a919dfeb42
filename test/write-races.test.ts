import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { runInProcess } from "./support/run-in-process.js";
import { temporaryProject } from "./support/temporary-project.js";

// What another run, or somebody else, does between comparing and writing.

interface Held {
  /** What happens while the lock is held, at each step of writing; undefined where another run has it. */
  step: (() => void) | undefined;
}

const held = vi.hoisted((): Held => ({ step: undefined }));
vi.mock("../src/output/write-lock.js", () => ({
  acquireWriteLock: async () => (held.step === undefined ? undefined : { beat: held.step, release: () => {} }),
}));

beforeEach(() => {
  held.step = undefined;
});

const FILES = {
  "schema.json": '{ "definitions": { "A": { "type": "string" } } }',
  "typewire.config.json": JSON.stringify({
    protocols: { p: { source: "./schema.json", targets: { typescript: { output: "out" } } } },
  }),
};

it("says that another run writes, and writes nothing", async () => {
  const { root } = temporaryProject(FILES);
  const { stderr, exitCode } = await runInProcess(["generate"], root);
  expect(stderr).toContain("output/busy");
  expect(exitCode).not.toBe(0);
  expect(existsSync(join(root, "out"))).toBe(false);
});

it("leaves a file alone that came where none was, and takes back what it has written", async () => {
  const { root } = temporaryProject(FILES);
  const file = join(root, "out/types.ts");
  held.step = () => {
    if (existsSync(join(root, "out")) && !existsSync(file)) writeFileSync(file, "mine");
  };
  const { stderr, exitCode } = await runInProcess(["generate"], root);
  expect(stderr).toContain("output/changed-meanwhile");
  expect(exitCode).not.toBe(0);
  expect(readFileSync(file, "utf8")).toBe("mine");
  expect(existsSync(join(root, "out/validators.ts"))).toBe(false);
});
