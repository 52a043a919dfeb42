import { check } from "./check.js";
import { configSections } from "./config-sections.js";
import { loadConfig } from "./config/load-config.js";
import { createDiagnosticList } from "./diagnostics/collector.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { generate, type Generation } from "./generate.js";
import type { FileState } from "./output/file-state.js";
import type { PipelineRequest } from "./pipeline.js";
import { targets } from "./targets/index.js";

/** Which project to work on, for programs. Everything is optional. */
export interface ProjectOptions {
  /** The folder with the config; the working folder otherwise. */
  readonly root?: string;
  /** The config file, relative to `root`. */
  readonly config?: string;
  /** Names of targets; all that the config has otherwise. */
  readonly targets?: readonly string[];
}

/** What `generate` has done. With an error among the diagnostics nothing was written. */
export interface ProjectGeneration extends Generation {
  readonly diagnostics: readonly Diagnostic[];
}

/** What `check` has found: the state of every file, and a diagnostic for each that differs. */
export interface ProjectCheck {
  readonly files: readonly FileState[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Generates a project's outputs. */
export async function generateProject(options: ProjectOptions): Promise<ProjectGeneration> {
  const request = await openProject(options);
  const nothing = { files: { written: [], unchanged: [], removed: [] }, fallbacks: [], sources: [] };
  const generation = "config" in request ? await generate(request) : nothing;
  return { ...generation, diagnostics: request.diagnostics.diagnostics };
}

function repair(owner: string): string {
  return `typewire generate ${owner.slice(owner.lastIndexOf("/") + 1)}`;
}

/** Checks a project's outputs. */
export async function checkProject(options: ProjectOptions): Promise<ProjectCheck> {
  const request = await openProject(options);
  const files = "config" in request ? await check({ ...request, repair }) : [];
  return { files, diagnostics: request.diagnostics.diagnostics };
}

type OpenedProject = (PipelineRequest | object) & { readonly diagnostics: ReturnType<typeof createDiagnosticList> };

async function openProject({
  root = process.cwd(),
  config: file,
  targets: names = [],
}: ProjectOptions): Promise<OpenedProject> {
  const diagnostics = createDiagnosticList();
  const config = await loadConfig(
    { root, targets, sections: configSections, ...(file === undefined ? {} : { file }) },
    diagnostics,
  );
  return config === undefined ? { diagnostics } : { config, targets: names, diagnostics, onProgress: () => {} };
}
