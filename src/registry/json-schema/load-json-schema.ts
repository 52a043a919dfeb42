import { readFile } from "node:fs/promises";
import type { ExportNames, ProtocolConfig } from "../../config/config.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { isRecord } from "../../support/json.js";
import { defaultExportNames } from "../../config/default-export-names.js";
import { registryDiagnostics } from "../diagnostics.js";
import { readExports } from "../read-exports.js";
import type { Registry } from "../registry.js";
import { parseJsonFile } from "./parse-json-file.js";

/** A JSON Schema file to read as a registry. */
export interface JsonSchemaSource {
  readonly protocol: ProtocolConfig;
  /** As messages name it. */
  readonly source: string;
  /** Absolute. */
  readonly file: string;
  readonly diagnostics: DiagnosticCollector;
}

/**
 * Reads a draft-07 JSON Schema file with `definitions` (or `$defs`) as a registry. At its root, `methods`, `events`,
 * `errorCodes` and `protocolVersion` (each also with `x-` before it) are what a module exports under their usual names.
 */
export async function loadJsonSchema({
  protocol,
  source,
  file,
  diagnostics,
}: JsonSchemaSource): Promise<Registry | undefined> {
  const root = parseJsonFile(await readFile(file, "utf8"), { source, diagnostics });
  if (root === undefined) return undefined;
  const document = isRecord(root) ? root : {};
  const holder = ["definitions", "$defs"].find((key) => key in document);
  if (holder === undefined) {
    diagnostics.report(registryDiagnostics.create("missing-definitions", { source, found: Object.keys(document) }));
    return undefined;
  }
  const names = rootKeys(document, protocol.exports, holder);
  return readExports({ source, names, exported: document, files: [file], diagnostics });
}

const ROOT_KEYS: Readonly<Record<keyof ExportNames, readonly string[]>> = {
  schemas: [],
  version: ["protocolVersion", "x-protocolVersion", "x-protocol-version"],
  errorCodes: ["errorCodes", "x-errorCodes", "x-error-codes"],
  methods: ["methods", "x-methods"],
  events: ["events", "x-events"],
};

/** The keys of this document that stand for a module's exports; a name that the config chose stays as it is. */
function rootKeys(document: Readonly<Record<string, unknown>>, names: ExportNames, schemas: string): ExportNames {
  const keyOf = (key: keyof ExportNames): string =>
    names[key] === defaultExportNames[key]
      ? (ROOT_KEYS[key].find((name) => name in document) ?? names[key])
      : names[key];
  return {
    schemas,
    version: keyOf("version"),
    errorCodes: keyOf("errorCodes"),
    methods: keyOf("methods"),
    events: keyOf("events"),
  };
}
