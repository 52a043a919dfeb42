import type { JsonSchema } from "../../src/json-schema/schema.js";
import { DOCUMENT_URI } from "../../src/json-schema/resources.js";
import { transformSync } from "esbuild";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { createDiagnosticList } from "../../src/diagnostics/collector.js";
import { createRenderer } from "../../src/render/renderer.js";
import { compileValidators } from "../../src/targets/typescript/validators/compile-validators.js";
import { createSchemaFaults } from "../../src/targets/typescript/validators/schema-faults.js";

/** An error object as generated validators make it. */
export interface EmittedError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A generated `validateX`. */
export interface EmittedValidator {
  (value: unknown, options?: { readonly allErrors?: boolean }): boolean;
  readonly errors: readonly EmittedError[] | null;
}

/** A generated module, by the position of each schema. */
export interface EmittedModule {
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
  is(index: number): (value: unknown) => boolean;
  validate(index: number): EmittedValidator;
  assert(index: number): (value: unknown) => void;
  formatErrors(errors: readonly EmittedError[] | null): string;
}

/** Compiles schemas, named `S0`, `S1`, … unless `names` says otherwise. */
export interface EmitInput {
  readonly schemas: readonly JsonSchema[];
  /** What `#/definitions/Name` leads to. Without it, each schema is a document of its own. */
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly documents?: ReadonlyMap<string, JsonSchema>;
}

/** The text of the module for schemas. */
export function emitSource(input: EmitInput): { readonly source: string; readonly diagnostics: readonly Diagnostic[] } {
  const found = createDiagnosticList();
  const { definitions, documents = new Map<string, JsonSchema>() } = input;
  const baseOf = (index: number): string => (definitions === undefined ? `${DOCUMENT_URI}/${index}` : DOCUMENT_URI);
  const own: readonly (readonly [string, JsonSchema])[] =
    definitions === undefined
      ? input.schemas.map((schema, index) => [baseOf(index), schema])
      : [[DOCUMENT_URI, { definitions }]];
  const view = compileValidators(
    {
      schemas: {
        entries: input.schemas.map((schema, index) => ({ name: `S${index}`, schema, base: baseOf(index) })),
        documents: new Map([...documents, ...own]),
      },
      typeName: (entry) => entry,
    },
    createSchemaFaults(found),
  );
  const source = createRenderer().render("typescript", { path: "", template: "validators", view, format: "none" });
  return { source, diagnostics: found.diagnostics };
}

/** Compiles schemas and imports the module as real ESM. */
export async function loadValidators(input: EmitInput): Promise<EmittedModule> {
  const { source, diagnostics } = emitSource(input);
  const members: Readonly<Record<string, unknown>> = await importTypeScript(source);
  return {
    source,
    diagnostics,
    is: (index) => memberOf(members, `isS${index}`),
    validate: (index) => memberOf(members, `validateS${index}`),
    assert: (index) => memberOf(members, `assertS${index}`),
    formatErrors: memberOf(members, "formatErrors"),
  };
}

/** Imports TypeScript source as an ES module of its own. */
export async function importTypeScript(source: string): Promise<Readonly<Record<string, unknown>>> {
  const folder = mkdtempSync(join(tmpdir(), "typewire-validators-"));
  try {
    const file = join(folder, "validators.mjs");
    writeFileSync(file, transformSync(source, { loader: "ts", format: "esm", target: "es2022" }).code);
    return await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function memberOf<T>(members: Readonly<Record<string, unknown>>, name: string): T {
  const found: unknown = members[name];
  if (typeof found !== "function") throw new Error(`the module has no ${name}`);
  return Object.assign(found);
}
