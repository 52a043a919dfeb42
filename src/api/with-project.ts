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

/** Options as a program gives them: one that it makes from an unset variable is empty. */
type Given = Readonly<Record<string, unknown>>;

/**
 * Opens a project for a program, which sees no progress, and works on it; gives `otherwise` where it cannot be opened, or
 * where any of the options that are given beside it is empty.
 */
export async function withProject<T extends object>(
  { root = process.cwd(), config: file, ...given }: ProjectPlace & Given,
  work: (project: OpenedProject) => Promise<T>,
  otherwise: T,
): Promise<T & WithDiagnostics> {
  const [{ openProject }, { apiDiagnostics }, { Fault }] = await Promise.all([
    import("../pipeline/open-project.js"),
    import("./diagnostics.js"),
    import("../diagnostics/fault.js"),
  ]);
  const diagnostics = createDiagnosticList();
  for (const [option, value] of Object.entries({ root, config: file, ...given })) {
    if (typeof value === "string" && value.trim() === "")
      diagnostics.report(apiDiagnostics.create("empty-option", { option }));
  }
  const config = diagnostics.hasErrors ? undefined : await openProject({ root, file }, diagnostics);
  const done = { diagnostics: diagnostics.diagnostics };
  if (config === undefined) return { ...otherwise, ...done };
  try {
    return { ...(await work({ config, diagnostics, onProgress: () => {} })), ...done };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    diagnostics.report(error.diagnostic);
    return { ...otherwise, ...done };
  }
}
