import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { keepCodesIn, unproducedCodes } from "../support/produced-codes.js";

/**
 * Fails a whole run that has not produced every diagnostic code. A run of some files or some tests says nothing about
 * the others, and is left alone.
 */
export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "typewire-codes-"));
  keepCodesIn(folder);
  return async () => {
    const missing = (await isWhole(project)) ? unproducedCodes(folder) : [];
    rmSync(folder, { recursive: true });
    if (missing.length === 0) return;
    // What is thrown here is printed, and does not fail the run by itself.
    process.exitCode = 1;
    throw new Error(`No test produces these diagnostic codes:\n${missing.map((code) => `  ${code}`).join("\n")}`);
  };
}

async function isWhole(project: TestProject): Promise<boolean> {
  const { testNamePattern, shard, watch } = project.vitest.config;
  if (testNamePattern !== undefined || shard !== undefined || watch) return false;
  const { testFiles } = await project.globTestFiles();
  const ran = new Set(project.vitest.state.getFiles().map(({ filepath }) => filepath));
  return testFiles.every((file) => ran.has(file));
}
