import { defaultExportNames } from "../../src/config/default-export-names.js";
import { createDiagnosticList } from "../../src/diagnostics/collector.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { lower } from "../../src/ir/lower/lower.js";
import type { Protocol } from "../../src/ir/types.js";
import { readExports } from "../../src/registry/read-exports.js";
import type { JsonObject } from "../../src/support/json.js";
import { sampleProtocol } from "./sample-protocol.js";

/** What lowering a document gave and found. */
export interface LoweredDocument {
  readonly protocol: Protocol | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const KEYS = {
  schemas: "definitions",
  version: "protocolVersion",
  errorCodes: "errorCodes",
  methods: "methods",
  events: "events",
};

/** Lowers a JSON Schema document that is no file. */
export function lowerDocument(document: JsonObject): LoweredDocument {
  const found = createDiagnosticList();
  const settings = sampleProtocol({});
  const present = Object.entries(KEYS).filter(([, key]) => key in document);
  const names = { ...defaultExportNames, ...Object.fromEntries(present) };
  const registry = readExports({ source: "document.json", names, exported: document, files: [], diagnostics: found });
  const protocol = registry === undefined ? undefined : lower(registry, settings, found);
  return { protocol, diagnostics: found.diagnostics };
}
