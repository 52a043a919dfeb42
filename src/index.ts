import type { ProjectLinting, ProjectLintOptions } from "./lint-project.js";
import type { ProjectCheck, ProjectGeneration, ProjectOptions } from "./project.js";

export { defineConfig } from "./config/define-config.js";
export type { UserConfig, UserProtocol, UserTarget } from "./config/define-config.js";
export type { Diagnostic, RelatedPlace, Severity, SourceLocation } from "./diagnostics/diagnostic.js";
export type { ProjectLinting, ProjectLintOptions } from "./lint-project.js";
export type { FileState, FileStatus } from "./output/file-state.js";
export type { WriteSummary } from "./output/write-outputs.js";
export type { OwnedFallback } from "./pipeline.js";
export type { ProjectCheck, ProjectGeneration, ProjectOptions } from "./project.js";

/**
 * Does what `typewire generate` does, and gives the result instead of printing it.
 * For example `const { files, diagnostics } = await generate({ targets: ["swift"] })`.
 */
export async function generate(options: ProjectOptions = {}): Promise<ProjectGeneration> {
  const { generateProject } = await import("./project.js");
  return generateProject(options);
}

/**
 * Does what `typewire check` does, and gives the result instead of printing it.
 * For example `const { diagnostics } = await check()`; the outputs are up to date if there is no error among them.
 */
export async function check(options: ProjectOptions = {}): Promise<ProjectCheck> {
  const { checkProject } = await import("./project.js");
  return checkProject(options);
}

/**
 * Does what `typewire lint` does, and gives the result instead of printing it.
 * For example `const { diagnostics } = await lint({ fix: true })`.
 */
export async function lint(options: ProjectLintOptions = {}): Promise<ProjectLinting> {
  const { lintProject } = await import("./lint-project.js");
  return lintProject(options);
}
