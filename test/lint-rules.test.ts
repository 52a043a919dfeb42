import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { configFromArguments } from "../src/config/config-from-arguments.js";
import type { LoadedConfig } from "../src/config/load-config.js";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import type { Diagnostic } from "../src/diagnostics/diagnostic.js";
import { textReporter } from "../src/diagnostics/reporters/text-reporter.js";
import { lintFix } from "../src/workflows/lint/lint-fix.js";
import { lint } from "../src/workflows/lint/lint.js";
import { lintRuleIds } from "../src/rules/lint/lint-rule-ids.js";
import { lintRules } from "../src/rules/lint/index.js";

const repository = join(import.meta.dirname, "..");
const fixtures = join(repository, "fixtures/lint");
const temporary: string[] = [];

function copyOf(rule: string): string {
  const folder = mkdtempSync(join(tmpdir(), "typewire-lint-"));
  temporary.push(folder);
  cpSync(join(fixtures, rule), folder, { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return folder;
}

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true });
});

function configOf(root: string, source: string): LoadedConfig {
  return { ...configFromArguments({ root, source: `./${source}`, out: "generated", targets: [] }), sections: {} };
}

function reported(root: string, diagnostics: readonly Diagnostic[]): string {
  const readSource = (file: string): string => readFileSync(join(root, file), "utf8");
  return textReporter({ command: "lint", diagnostics, passed: [], results: {} }, { colour: false, readSource });
}

async function lintFixture(root: string, source: string): Promise<readonly Diagnostic[]> {
  const diagnostics = createDiagnosticList();
  await lint({ config: configOf(root, source), diagnostics, onProgress: () => {} });
  return diagnostics.diagnostics;
}

/** A method without params is a mistake in the eyes of two rules. */
const ALSO_FOUND: Readonly<Record<string, readonly string[]>> = { "idempotency-key": ["lint/schema-mapped"] };

describe("the lint rules", () => {
  it("each have a fixture pair, and no other folder pretends to be a rule", () => {
    expect(readdirSync(fixtures).toSorted()).toEqual(lintRuleIds.toSorted());
  });

  it("stand in the list of ids in the same order", () => {
    expect(lintRules.map(({ id }) => id)).toEqual(lintRuleIds);
  });

  it.each(lintRules)("$id says its purpose in one sentence", ({ purpose }) => {
    expect(purpose).toMatch(/^Checks that .*[^.]\.$/u);
  });
});

describe.each(lintRules)("$id", ({ id }) => {
  const folder = join(fixtures, id);

  it("finds nothing in its good fixture, and neither does any other rule", async () => {
    expect(await lintFixture(folder, "good.ts")).toEqual([]);
  });

  it("reports each mistake of its bad fixture at its place", async () => {
    const found = await lintFixture(folder, "bad.ts");
    const own = found.filter(({ code }) => code === `lint/${id}`);
    expect(own.length).toBeGreaterThan(0);
    const others = found.map(({ code }) => code).filter((code) => code.startsWith("lint/") && code !== `lint/${id}`);
    expect(others).toEqual(ALSO_FOUND[id] ?? []);
    expect(own.filter(({ location }) => location === undefined)).toEqual([]);
    await expect(reported(folder, found)).toMatchFileSnapshot(join(folder, "__golden__/findings.txt"));
  });

  it("mends what takes no decision, in its author's format", async () => {
    const root = copyOf(id);
    const before = sources(root);
    const diagnostics = createDiagnosticList();
    const { changed, fixes } = await lintFix({ config: configOf(root, "bad.ts"), diagnostics, onProgress: () => {} });
    const after = sources(root);
    expect(fixes).toEqual([]);
    expect(changed.toSorted()).toEqual([...after.keys()].filter((file) => after.get(file) !== before.get(file)));
    // What did not change goes along: `tsc` reads the goldens, and they import each other.
    for (const [file, text] of changed.length === 0 ? [] : after) {
      await expect(text).toMatchFileSnapshot(join(folder, "__golden__", file.replace("bad", "fixed")));
    }
    await expect(reported(root, diagnostics.diagnostics)).toMatchFileSnapshot(join(folder, "__golden__/remaining.txt"));
  });
});

function sources(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(root).filter((name) => name.endsWith(".ts") && name !== "good.ts");
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(root, name), "utf8")]));
}
