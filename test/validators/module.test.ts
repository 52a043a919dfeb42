import { DOCUMENT_URI } from "../../src/json-schema/resources.js";
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDiagnosticList } from "../../src/diagnostics/collector.js";
import { createRenderer } from "../../src/render/renderer.js";
import { compileValidators } from "../../src/targets/typescript/validators/compile-validators.js";
import { createSchemaFaults } from "../../src/targets/typescript/validators/schema-faults.js";
import { REGISTRIES } from "./registries.js";

const MEGABYTE = 1_000_000;
const ROOT = join(import.meta.dirname, "../..");
const COMPILER_OPTIONS = {
  strict: true,
  target: "es2022",
  lib: ["es2022"],
  types: [],
  module: "esnext",
  moduleResolution: "bundler",
  noEmit: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  erasableSyntaxOnly: true,
};

let folder = "";
let source = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "typewire-module-"));
  const definitions = Object.fromEntries(REGISTRIES.flatMap(({ definitions: all }) => [...all]));
  const entries = Object.entries(definitions).map(([name, schema]) => ({ name, schema, base: DOCUMENT_URI }));
  const found = createDiagnosticList();
  const view = compileValidators(
    { schemas: { entries, documents: new Map([[DOCUMENT_URI, { definitions }]]) }, typeName: (entry) => entry },
    createSchemaFaults(found),
  );
  expect(found.diagnostics).toEqual([]);
  source = createRenderer().render("typescript", { path: "", template: "validators", view, format: "none" });
  writeFileSync(join(folder, "validators.ts"), source);
  writeFileSync(
    join(folder, "types.ts"),
    entries.map(({ name }) => `export interface ${name} { readonly is?: "${name}" }\n`).join(""),
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Bundles one line of code with the module. */
async function bundle(contents: string, minify: boolean): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    format: "esm",
    minify,
    write: false,
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("");
}

describe("the validators of all three protocols as one module", () => {
  it("take less than 2 KB a definition", () => {
    expect(source.length).toBeLessThan(1.8 * MEGABYTE);
  });

  it("pass the strictest type check", () => {
    writeFileSync(
      join(folder, "use.ts"),
      `import type { TickEvent } from "./types.js";
import { assertTickEvent, isTickEvent, validateTickEvent, ValidationFailure, formatErrors } from "./validators.js";
export function read(value: unknown): TickEvent | string {
  if (isTickEvent(value)) return value;
  if (validateTickEvent(value, { allErrors: true })) return value;
  const text: string = formatErrors(validateTickEvent.errors);
  try {
    assertTickEvent(value);
    return value;
  } catch (error) {
    return error instanceof ValidationFailure ? error.errors.map(({ instancePath }) => instancePath).join() : text;
  }
}
`,
    );
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ["*.ts"] }),
    );
    expect(run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder])).toBe("");
  });

  it("load and run where code cannot be made from strings", async () => {
    const code = await bundle('export * from "./validators.ts"', false);
    writeFileSync(join(folder, "all.mjs"), code);
    writeFileSync(
      join(folder, "run.mjs"),
      `import * as all from "./all.mjs";
const validators = Object.keys(all).filter((name) => name.startsWith("validate"));
const refused = validators.filter((name) => !all[name](Symbol.iterator) && all[name].errors.length === 1);
let made = true;
try { new Function(""); } catch { made = false; }
console.log(JSON.stringify({ validators: validators.length, refused: refused.length > 800, made, tick: all.isTickEvent({ ts: 1 }) }));
`,
    );
    const printed = run(process.execPath, ["--disallow-code-generation-from-strings", join(folder, "run.mjs")]);
    const count = source.match(/^export const validate/gm)?.length;
    expect(JSON.parse(printed)).toEqual({ validators: count, refused: true, made: false, tick: true });
  });

  it("import nothing at run time", async () => {
    expect(await bundle('export * from "./validators.ts"', false)).not.toMatch(/\b(?:import|require)\b\s*[("'{*]/);
  });

  it("leave nothing behind where nothing is used", async () => {
    expect(await bundle('import "./validators.ts"', true)).toBe("");
  });

  it("take at most 3.25 KB for one small event, which is a Standard Schema too", async () => {
    const code = await bundle('export { validateTickEvent } from "./validators.ts"', true);
    expect(code.length).toBeGreaterThan(200);
    expect(code.length).toBeLessThanOrEqual(3.25 * 1024);
    expect((await bundle('export { isTickEvent } from "./validators.ts"', true)).length).toBeLessThan(400);
    expect((await bundle('export { assertTickEvent } from "./validators.ts"', true)).length).toBeLessThanOrEqual(
      4 * 1024,
    );
  });

  it("are left alone by Prettier where it honours the pragma", async () => {
    const start = source.slice(0, source.indexOf("interface Report"));
    expect(await format(start, { parser: "typescript", checkIgnorePragma: true })).toBe(start);
    expect(await format(start, { parser: "typescript", printWidth: 40 })).not.toBe(start);
  });

  it("come out the same however often they are made", () => {
    const [registry] = REGISTRIES;
    const schemas = [...(registry?.definitions ?? [])].map(([name, schema]) => ({ name, schema, base: DOCUMENT_URI }));
    const make = (entries: typeof schemas): readonly string[] => {
      const view = compileValidators(
        { schemas: { entries, documents: new Map() }, typeName: (entry) => entry },
        createSchemaFaults(createDiagnosticList()),
      );
      return view.accepts.map(({ name, body }) => `${name}${body}`).toSorted();
    };
    expect(make(schemas)).toEqual(make(schemas));
    // A function is named after what it checks: another order of definitions changes no name.
    expect(make(schemas.toReversed())).toEqual(make(schemas));
  });
});

function run(command: string, words: readonly string[]): string {
  return execFileSync(command, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
