import { configSections } from "./config-sections.js";
import { loadConfig } from "./config/load-config.js";
import { createDiagnosticList } from "./diagnostics/collector.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { diff } from "./diff.js";
import type { ProtocolChanges } from "./rules/report/changes-text.js";
import { targets } from "./targets/index.js";

/** What to compare, for programs. */
export interface ProjectDiffOptions {
  /** The version to compare with: a git revision, a file or a folder. */
  readonly against: string;
  /** The same for what is compared with it; the project as it is otherwise. */
  readonly to?: string;
  /** The folder with the config; the working folder otherwise. */
  readonly root?: string;
  /** The config file, relative to `root`. */
  readonly config?: string;
  /** The only protocol to look at. */
  readonly protocol?: string;
  /** The day by which agreements expire, as `2026-11-23`; the present one otherwise. */
  readonly today?: string;
}

/** What `diff` has found: every change, and a diagnostic for each that fails or deserves a look. */
export interface ProjectDiff {
  readonly protocols: readonly ProtocolChanges[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares a project's protocols with another version of them. */
export async function diffProject(options: ProjectDiffOptions): Promise<ProjectDiff> {
  const { against, to, root = process.cwd(), config: file, protocol } = options;
  const diagnostics = createDiagnosticList();
  const named = file === undefined ? {} : { file };
  const config = await loadConfig({ root, targets, sections: configSections, ...named }, diagnostics);
  if (config === undefined) return { protocols: [], diagnostics: diagnostics.diagnostics };
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const request = { config, previous: against, current: to, protocol, today, diagnostics, onProgress: () => {} };
  return { protocols: await diff(request), diagnostics: diagnostics.diagnostics };
}
