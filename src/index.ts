import type { ProjectDiff, ProjectDiffOptions } from "./diff-project.js";
import type { ProjectLinting, ProjectLintOptions } from "./lint-project.js";
import type { ProjectCheck, ProjectGeneration, ProjectOptions } from "./project.js";

export { defineConfig } from "./api/define-config.js";
export type { UserConfig, UserProtocol, UserTarget, UserTargets } from "./api/define-config.js";
export type { Diagnostic, RelatedPlace, Severity, SourceLocation } from "./diagnostics/diagnostic.js";
export type { ProjectDiff, ProjectDiffOptions } from "./diff-project.js";
export type { ProjectLinting, ProjectLintOptions } from "./lint-project.js";
export type { FileState, FileStatus } from "./output/file-state.js";
export type { WriteSummary } from "./output/write-outputs.js";
export type { OwnedFallback } from "./pipeline.js";
export type { ProjectCheck, ProjectGeneration, ProjectOptions } from "./project.js";
export type { Ruling } from "./rules/policy/apply-policy.js";
export type { ProtocolChanges } from "./rules/report/changes-text.js";
export type { Change, Witness } from "./rules/rule.js";

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

/**
 * Does what `typewire diff` does, and gives the result instead of printing it.
 * For example `const { protocols, diagnostics } = await diff({ against: "main" })`.
 */
export async function diff(options: ProjectDiffOptions): Promise<ProjectDiff> {
  const { diffProject } = await import("./diff-project.js");
  return diffProject(options);
}
