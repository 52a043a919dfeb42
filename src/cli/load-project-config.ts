import { loadConfig, type LoadConfigOptions, type LoadedConfig } from "../config/load-config.js";
import { configSections } from "../config-sections.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { targets } from "../targets/index.js";
import { type Invocation, textOption } from "./cli-command.js";

/** How a config is read by who reads it more than once. */
export type Reading = Pick<LoadConfigOptions, "fresh" | "onFiles">;

/** Reads the config that `--config` names, or the working folder's. Undefined, with diagnostics, where it cannot be used. */
export async function loadProjectConfig(
  { io, options }: Invocation,
  diagnostics: DiagnosticCollector,
  reading: Reading = {},
): Promise<LoadedConfig | undefined> {
  const file = textOption(options, "config");
  const named = file === undefined ? {} : { file };
  return loadConfig({ root: io.cwd, targets, sections: configSections, ...named, ...reading }, diagnostics);
}
