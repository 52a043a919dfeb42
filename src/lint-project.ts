import { configSections } from "./config-sections.js";
import { loadConfig } from "./config/load-config.js";
import { createDiagnosticList } from "./diagnostics/collector.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { lintFix } from "./lint-fix.js";
import { lint } from "./lint.js";
import { targets } from "./targets/index.js";

/** Which project to lint, for programs. Everything is optional. */
export interface ProjectLintOptions {
  /** The folder with the config; the working folder otherwise. */
  readonly root?: string;
  /** The config file, relative to `root`. */
  readonly config?: string;
  /** Mend in the registry's files what takes no decision. */
  readonly fix?: boolean;
}

/** What `lint` has found, after it has mended what it was asked to mend. */
export interface ProjectLinting {
  /** The files that were mended, relative to the config's folder. */
  readonly changed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lints a project's registries. */
export async function lintProject({
  root = process.cwd(),
  config: file,
  fix = false,
}: ProjectLintOptions): Promise<ProjectLinting> {
  const diagnostics = createDiagnosticList();
  const named = file === undefined ? {} : { file };
  const config = await loadConfig({ root, targets, sections: configSections, ...named }, diagnostics);
  if (config === undefined) return { changed: [], diagnostics: diagnostics.diagnostics };
  const request = { config, diagnostics, onProgress: () => {} };
  const { changed } = fix ? await lintFix(request) : { ...(await lint(request)), changed: [] };
  return { changed, diagnostics: diagnostics.diagnostics };
}
