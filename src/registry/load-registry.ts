import { extname } from "node:path";
import type { ProtocolConfig } from "../config/config.js";
import { importModule } from "../config/module/import-module.js";
import type { ModuleFailure } from "../config/module/module-failure.js";
import { projectPath } from "../config/module/project-path.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { registryDiagnostics } from "./diagnostics.js";
import { readExports } from "./read-exports.js";
import type { Registry } from "./registry.js";
import { reportMissingSource, reportUnsupportedSource } from "./report-source.js";
import { resolveSource } from "./resolve-source.js";

/** How a registry is loaded. */
export interface LoadRegistryOptions {
  /** The project's folder, absolute. */
  readonly root: string;
  readonly diagnostics: DiagnosticCollector;
  /** Read every file again although it was read before. A watcher asks for it. */
  readonly fresh?: boolean;
}

const MODULE = /\.[mc]?[jt]s$/u;

/**
 * Reads a protocol's registry: a TypeScript or JavaScript module, or a JSON Schema file. Reports what is wrong with it
 * and gives undefined then; nothing is thrown for what the registry does.
 * For example `await loadRegistry(config.protocols[0], { root: config.root, diagnostics })`.
 */
export async function loadRegistry(
  protocol: ProtocolConfig,
  options: LoadRegistryOptions,
): Promise<Registry | undefined> {
  const { root, diagnostics } = options;
  const resolved = await resolveSource(root, protocol.source);
  if (resolved.kind === "missing") return reportMissingSource(protocol, options);
  if (resolved.kind === "folder") return reportUnsupportedSource(protocol, diagnostics, "a folder");
  const { file, isPackage } = resolved;
  const source = isPackage ? protocol.source : projectPath(root, file);
  if (MODULE.test(file)) return loadModule({ protocol, source, file, options });
  if (extname(file) === ".json") {
    const { loadJsonSchema } = await import("./json-schema/load-json-schema.js");
    return loadJsonSchema({ protocol, source, file, diagnostics });
  }
  return reportUnsupportedSource(protocol, diagnostics, `a file of the type "${extname(file)}"`);
}

interface LoadModule {
  readonly protocol: ProtocolConfig;
  readonly source: string;
  readonly file: string;
  readonly options: LoadRegistryOptions;
}

async function loadModule({ protocol, source, file, options }: LoadModule): Promise<Registry | undefined> {
  const { root, diagnostics, fresh = false } = options;
  const describe = (failure: ModuleFailure): Diagnostic => importDiagnostic(source, failure);
  const loaded = await importModule({ root, file, fresh, describe });
  if (loaded.ok) {
    const names = protocol.exports;
    const registry = readExports({ source, names, exported: loaded.exports, files: loaded.files, diagnostics });
    return registry === undefined ? undefined : withDocs(registry, protocol, root);
  }
  for (const failure of loaded.failures) diagnostics.report(describe(failure));
  return undefined;
}

function importDiagnostic(source: string, { kind, message: reason, help, location }: ModuleFailure): Diagnostic {
  const place = location === undefined ? {} : { location };
  if (kind === "build") return registryDiagnostics.create("invalid-module", { source, reason, help }, place);
  return registryDiagnostics.create("import-failed", { source, reason, isSlow: kind === "slow" }, place);
}

async function withDocs(registry: Registry, protocol: ProtocolConfig, root: string): Promise<Registry> {
  if (protocol.docs !== "jsdoc") return registry;
  const { collectDocs } = await import("./locate/collect-docs.js");
  return { ...registry, docs: await collectDocs(protocol, root, registry.schemas) };
}
