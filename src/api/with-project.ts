import type { LoadedConfig } from "../config/load-config.js";
import { createDiagnosticList, type DiagnosticList } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** Which project to work on, for programs. Everything is optional. */
export interface ProjectPlace {
  /** The folder with the config; the working folder otherwise. */
  readonly root?: string;
  /** The config file, relative to `root`. */
  readonly config?: string;
}

/** An opened project, as every workflow takes it. */
export interface OpenedProject {
  readonly config: LoadedConfig;
  readonly diagnostics: DiagnosticList;
  readonly onProgress: (step: string) => void;
}

/** Whatever was found, beside a result. */
export interface WithDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens a project for a program, which sees no progress, and works on it; gives `otherwise` where it cannot be opened. */
export async function withProject<T extends object>(
  { root = process.cwd(), config: file }: ProjectPlace,
  work: (project: OpenedProject) => Promise<T>,
  otherwise: T,
): Promise<T & WithDiagnostics> {
  const { openProject } = await import("../pipeline/open-project.js");
  const diagnostics = createDiagnosticList();
  const config = await openProject({ root, file }, diagnostics);
  const result = config === undefined ? otherwise : await work({ config, diagnostics, onProgress: () => {} });
  return { ...result, diagnostics: diagnostics.diagnostics };
}
