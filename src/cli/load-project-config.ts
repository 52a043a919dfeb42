import type { LoadConfigOptions, LoadedConfig } from "../config/load-config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { openProject } from "../pipeline/open-project.js";
import { type Invocation, textOption } from "./cli-command.js";

/** How a config is read by who reads it more than once. */
export type Reading = Pick<LoadConfigOptions, "fresh" | "onFiles">;

/** Reads the config that `--config` names, or the nearest from the working folder upward. Undefined, with diagnostics, where it cannot be used. */
export function loadProjectConfig(
  { io, options }: Invocation,
  diagnostics: DiagnosticCollector,
  reading: Reading = {},
): Promise<LoadedConfig | undefined> {
  return openProject({ root: io.cwd, file: textOption(options, "config"), ...reading }, diagnostics);
}
