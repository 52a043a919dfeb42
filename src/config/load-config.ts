import { dirname, resolve } from "node:path";
import { Value } from "@sinclair/typebox/value";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { configFaults } from "./config-faults.js";
import { type CheckedConfig, configSchema, type ConfigSections, isCheckedConfig } from "./config-schema.js";
import type { Config } from "./config.js";
import { configDiagnostics } from "./diagnostics.js";
import { findConfig, isFile } from "./find-config.js";
import { keyLocator } from "./key-locator.js";
import { projectPath } from "./module/project-path.js";
import { protocolFaults } from "./protocol-faults.js";
import { readConfigFile } from "./read-config-file.js";
import { resolveProtocol } from "./resolve-protocol.js";
import type { TargetDescription } from "./target-description.js";

/** Which config to load, and what may stand in it. */
export interface LoadConfigOptions {
  /** The folder from which a config is looked for upward when no file is named, absolute. */
  readonly root: string;
  /** A config to read instead, relative to the root or absolute; the project's folder is then its own. */
  readonly file?: string;
  /** The targets that the config may name, with the schemas of their options. */
  readonly targets: readonly TargetDescription[];
  /** Further sections, each with its schema. For example `{ rules: Type.Object({ … }) }`. */
  readonly sections?: ConfigSections;
  /** Read the file again although it was read before. A watcher asks for it. */
  readonly fresh?: boolean;
  /** Told every file that the config was read from, absolute, even where it cannot be used. */
  readonly onFiles?: (files: readonly string[]) => void;
}

/** A validated config with the sections that others asked for, each valid against its schema or undefined. */
export interface LoadedConfig extends Config {
  readonly sections: Readonly<Record<string, unknown>>;
}

/**
 * Finds, reads and checks the config of a project. Undefined, with findings, where it cannot be used.
 * For example `await loadConfig({ root: process.cwd(), targets }, diagnostics)`.
 */
export async function loadConfig(
  options: LoadConfigOptions,
  diagnostics: DiagnosticCollector,
): Promise<LoadedConfig | undefined> {
  const file = await chooseFile(options, diagnostics);
  if (file === undefined) return undefined;
  const { targets, sections = {}, fresh = false } = options;
  const root = dirname(file);
  const files: string[] = [];
  const read = await readConfigFile({ root, file, fresh, onFiles: (some) => void files.push(...some), diagnostics });
  options.onFiles?.(files);
  if (read === undefined) return undefined;
  const schema = configSchema(targets, sections);
  if (!Value.Check(schema, read.value) || !isCheckedConfig(read.value)) {
    const locate = await keyLocator({ root, file });
    for (const fault of configFaults(schema, read.value, locate)) diagnostics.report(fault);
    return undefined;
  }
  const user = read.value;
  const checked = { user, file: projectPath(root, file), targets };
  if (protocolFaults(checked, () => undefined).length > 0) {
    const locate = await keyLocator({ root, file });
    for (const fault of protocolFaults(checked, locate)) diagnostics.report(fault);
    return undefined;
  }
  return completeConfig(user, { root, file, files, options });
}

async function chooseFile(
  { root, file }: LoadConfigOptions,
  diagnostics: DiagnosticCollector,
): Promise<string | undefined> {
  const chosen = file === undefined ? findConfig(root) : resolve(root, file);
  if (chosen !== undefined && isFile(chosen)) return chosen;
  const name = file === undefined ? undefined : projectPath(root, file);
  diagnostics.report(configDiagnostics.create("file-not-found", { file: name }));
  return undefined;
}

interface Completion {
  readonly root: string;
  readonly file: string;
  readonly files: readonly string[];
  readonly options: LoadConfigOptions;
}

function completeConfig(user: CheckedConfig, { root, file, files, options }: Completion): LoadedConfig {
  const { targets, sections = {} } = options;
  const protocols = Object.entries(user.protocols).map(([name, protocol]) =>
    resolveProtocol({ name, protocol, root, targets }),
  );
  const kept = Object.entries(user).filter(([key]) => key in sections);
  return { root, file, files, protocols, sections: Object.fromEntries(kept) };
}
