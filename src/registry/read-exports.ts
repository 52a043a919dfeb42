import type { ExportNames } from "../config/config.js";
import { defaultExportNames } from "../config/default-export-names.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { nearest } from "../support/nearest.js";
import { registryDiagnostics } from "./diagnostics.js";
import { readErrorCodes } from "./read-error-codes.js";
import type { ReadExport } from "./read-export.js";
import { readEvents, readMethods } from "./read-operations.js";
import { readSchemas } from "./read-schemas.js";
import { readMinVersions, readVersion } from "./read-versions.js";
import type { Registry } from "./registry.js";

/** What a registry exports, and under which names it is read. */
export interface RegistryExports {
  /** The registry as messages name it. */
  readonly source: string;
  readonly names: ExportNames;
  readonly exported: Readonly<Record<string, unknown>>;
  readonly files: readonly string[];
  readonly diagnostics: DiagnosticCollector;
}

/** Reads everything a registry exports. Undefined, with one finding for each fault, where anything in it is wrong. */
export function readExports(input: RegistryExports): Registry | undefined {
  const { source, exported, files, names } = input;
  if (namesOf(exported).length === 0) {
    input.diagnostics.report(registryDiagnostics.create("no-exports", { source }));
    return undefined;
  }
  const schemas = readRequired(input);
  const version = readOptional(input, "version", { read: readVersion, absent: null });
  const errorCodes = readOptional(input, "errorCodes", { read: readErrorCodes, absent: [] });
  const methods = readOptional(input, "methods", { read: readMethods, absent: [] });
  const events = readOptional(input, "events", { read: readEvents, absent: [] });
  if (schemas === undefined || version === undefined) return undefined;
  if (errorCodes === undefined || methods === undefined || events === undefined) return undefined;
  const minVersions = readMinVersions(exported, names.version);
  const docs = new Map<string, string>();
  return { source, schemas, version: version ?? undefined, minVersions, errorCodes, methods, events, docs, files };
}

function readRequired(input: RegistryExports): ReadonlyMap<string, object> | undefined {
  if (input.names.schemas in input.exported) return readSchemas(readOf(input, "schemas"));
  reportMissing(input, "schemas");
  return undefined;
}

interface OptionalExport<T, A> {
  readonly read: (read: ReadExport) => T | undefined;
  /** What stands for it where the registry has no such export. */
  readonly absent: A;
}

/** An export that the registry may leave out, unless the config names it. */
function readOptional<T, A>(
  input: RegistryExports,
  key: keyof ExportNames,
  { read, absent }: OptionalExport<T, A>,
): T | A | undefined {
  if (input.names[key] in input.exported) return read(readOf(input, key));
  if (input.names[key] === defaultExportNames[key]) return absent;
  reportMissing(input, key);
  return undefined;
}

function readOf({ source, names, exported, diagnostics }: RegistryExports, key: keyof ExportNames): ReadExport {
  return { source, name: names[key], value: exported[names[key]], diagnostics };
}

function reportMissing({ source, names, exported, diagnostics }: RegistryExports, key: keyof ExportNames): void {
  const all = namesOf(exported);
  const suggestion = nearest(names[key], all);
  diagnostics.report(
    registryDiagnostics.create("missing-export", { source, name: names[key], key, suggestion, exported: all }),
  );
}

/** A default export names nothing, and Node adds `module.exports` to what a CommonJS module exports. */
function namesOf(exported: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(exported).filter((name) => name !== "default" && name !== "module.exports");
}
