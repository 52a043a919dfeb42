import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FileState } from "../output/file-state.js";
import type { ProjectOptions } from "./generate.js";
import { withProject } from "./with-project.js";

/** What `check` has found: the state of every file, and a diagnostic for each that differs. */
export interface ProjectCheck {
  readonly files: readonly FileState[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What to check, and how strictly. */
export interface CheckOptions extends ProjectOptions {
  /** Whether an output that git does not track is a finding. */
  readonly committed?: boolean;
}

/**
 * Does what `typewire check` does, and gives the result instead of printing it.
 * For example `const { diagnostics } = await check()`; the outputs are up to date if there is no error among them.
 */
export async function check(options: CheckOptions = {}): Promise<ProjectCheck> {
  const { targets = [], committed, ...place } = options;
  const workflow = await import("../workflows/check/check.js");
  const { knowsTargets } = await import("./knows-targets.js");
  const nothing = { files: [] };
  return withProject<Pick<ProjectCheck, "files">>(
    place,
    async (project) =>
      knowsTargets(project, targets)
        ? { files: (await workflow.check({ ...project, targets, committed, repair })).states }
        : nothing,
    nothing,
  );
}

function repair(target: string): string {
  return `typewire generate ${target}`;
}
