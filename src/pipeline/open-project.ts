import type { ConfigSections } from "../config/config-schema.js";
import { type LoadConfigOptions, type LoadedConfig, loadConfig } from "../config/load-config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { lintConfigSchema } from "../rules/lint/lint-config.js";
import { policyConfigSchema } from "../rules/policy/policy-config.js";
import { targets } from "../targets/index.js";

/** Which project to open, and how. For example `{ root: process.cwd(), file: undefined }`. */
export interface ProjectPlace extends Pick<LoadConfigOptions, "root" | "fresh" | "onFiles"> {
  /** A config to read instead of the one in `root`, relative to it or absolute. */
  readonly file: string | undefined;
}

/** The sections of the config that are neither protocols nor targets. */
const sections: ConfigSections = { lint: lintConfigSchema, policy: policyConfigSchema };

/**
 * Opens a project: reads its config with all that may stand in one. Undefined, with diagnostics, where it cannot be used.
 * For example `await openProject({ root: process.cwd(), file: undefined }, diagnostics)`.
 */
export function openProject(
  { file, ...place }: ProjectPlace,
  diagnostics: DiagnosticCollector,
): Promise<LoadedConfig | undefined> {
  return loadConfig({ ...place, targets, sections, ...(file === undefined ? {} : { file }) }, diagnostics);
}
