import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { Type } from "@sinclair/typebox";
import { expect, it } from "vitest";
import { createDiagnosticList } from "../diagnostics/collector.js";
import { configDiagnostics } from "./diagnostics.js";
import { loadConfig } from "./load-config.js";
import type { TargetDescription } from "./target-description.js";

const fixtures = resolve(import.meta.dirname, "../../fixtures/invalid/config");
const folders = readdirSync(fixtures).toSorted();

const access = Type.Optional(Type.Union([Type.Literal("public"), Type.Literal("internal")]));
const depth = Type.Optional(Type.Integer({ minimum: 1 }));
const names = Type.Optional(Type.Array(Type.String()));
const targets: readonly TargetDescription[] = [
  { name: "json-schema", defaultOutput: "protocol.schema.json", options: Type.Object({}) },
  { name: "swift", defaultOutput: "Models", options: Type.Object({ access, depth, names }) },
];
const lint = Type.Object(
  { rules: Type.Optional(Type.Object({})), ignore: Type.Optional(Type.Array(Type.String())) },
  { additionalProperties: false },
);
const sections = { lint };

it("has a fixture for every code", () => {
  expect(folders.map((folder) => `config/${folder}`)).toEqual(configDiagnostics.codes.toSorted());
});

it.each(folders)("reports %s", async (folder) => {
  const found = createDiagnosticList();
  // A folder above all of these has a config.
  const named = folder === "file-not-found" ? { file: "typewire.config.ts" } : {};
  const config = await loadConfig({ root: resolve(fixtures, folder), targets, sections, ...named }, found);
  expect(config).toBeUndefined();
  expect(found.diagnostics.map(({ code }) => code)).toContain(`config/${folder}`);
  await expect(`${JSON.stringify(found.diagnostics, null, 2)}\n`).toMatchFileSnapshot(`./__golden__/${folder}.json`);
});

it("names a config that was asked for and does not exist", async () => {
  const found = createDiagnosticList();
  await loadConfig({ root: fixtures, file: "nowhere/typewire.config.ts", targets }, found);
  expect(found.diagnostics).toMatchObject([
    { code: "config/file-not-found", message: 'The config "nowhere/typewire.config.ts" does not exist' },
  ]);
});
