import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { createDiagnosticList } from "../diagnostics/collector.js";
import { registryDiagnostics } from "./diagnostics.js";
import { loadRegistry } from "./load-registry.js";
import { sampleProtocol } from "../../test/support/sample-protocol.js";

const fixtures = resolve(import.meta.dirname, "../../fixtures/invalid/registry");
const folders = readdirSync(fixtures).toSorted();

/** What a fixture's config names as its source, where that is not its only file of a usual name. */
const sources: Readonly<Record<string, string>> = { "source-not-found": "schem.ts" };

function sourceOf(folder: string): string {
  const files = readdirSync(resolve(fixtures, folder));
  return sources[folder] ?? files.find((file) => /schema\.(?:ts|yaml|json)$/u.test(file)) ?? "";
}

it("has a fixture for every code", () => {
  expect(folders.map((folder) => `registry/${folder}`)).toEqual(registryDiagnostics.codes.toSorted());
});

it.each(folders)("reports %s", async (folder) => {
  const found = createDiagnosticList();
  const root = resolve(fixtures, folder);
  const registry = await loadRegistry(sampleProtocol({ source: sourceOf(folder) }), { root, diagnostics: found });
  expect(registry).toBeUndefined();
  expect(found.diagnostics.map(({ code }) => code)).toContain(`registry/${folder}`);
  const golden = `./__golden__/${folder}.json`;
  await expect(`${JSON.stringify(found.diagnostics, null, 2)}\n`).toMatchFileSnapshot(golden);
});
