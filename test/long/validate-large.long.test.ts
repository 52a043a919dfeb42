import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/run-cli.js";
import { peakOf, PRINT_PEAK, validateProject } from "../support/validate-project.js";

const ROW = `{"id":1,"text":"${"x".repeat(84)}"}\n`;
const ROWS_OF_A_BLOCK = 10_000;
const BLOCKS = 1060;

/** A project with `rows.ndjson` of a gigabyte. */
function gigabyte(): string {
  const { root } = validateProject();
  const file = openSync(join(root, "rows.ndjson"), "w");
  for (let block = 0; block < BLOCKS; block += 1) writeSync(file, ROW.repeat(ROWS_OF_A_BLOCK));
  closeSync(file);
  return root;
}

describe("validate, with a gigabyte of lines", () => {
  it("ends in little memory", { timeout: 3_600_000 }, async () => {
    const args = ["validate", "Row", "rows.ndjson"];
    const { stdout, stderr, exitCode } = await runCli(args, { cwd: gigabyte(), node: [PRINT_PEAK] });
    expect(stdout).toBe(`${BLOCKS * ROWS_OF_A_BLOCK} valid values\n`);
    expect(exitCode).toBe(0);
    expect(peakOf(stderr)).toBeLessThan(320);
  });
});
