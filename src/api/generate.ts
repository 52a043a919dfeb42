import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Generation } from "../workflows/generate/generate.js";
import { type OpenedProject, type ProjectPlace, withProject } from "./with-project.js";

/** Which outputs of which project to work on. Everything is optional. */
export interface ProjectOptions extends ProjectPlace {
  /** Names of targets; all that the config has otherwise. */
  readonly targets?: readonly string[];
}

/** What to generate, and what to do with files that are in the way. */
export interface GenerateOptions extends ProjectOptions {
  /** Write over files in the outputs' places that typewire did not write, too. */
  readonly force?: boolean;
  /** Delete outputs that no target of the config writes any more, too. */
  readonly prune?: boolean;
}

/** What `generate` has done. With an error among the diagnostics nothing was written. */
export interface ProjectGeneration extends Generation {
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: Generation = { files: { written: [], unchanged: [], removed: [] }, fallbacks: [], sources: [] };

/**
 * Does what `typewire generate` does, and gives the result instead of printing it.
 * For example `const { files, diagnostics } = await generate({ targets: ["swift"] })`.
 */
export async function generate(options: GenerateOptions = {}): Promise<ProjectGeneration> {
  const { targets = [], force, prune, ...place } = options;
  const workflow = await import("../workflows/generate/generate.js");
  const { knowsTargets } = await import("./knows-targets.js");
  const work = (project: OpenedProject): Promise<Generation> | Generation =>
    knowsTargets(project, targets) ? workflow.generate({ ...project, targets, force, prune }) : NOTHING;
  return withProject(place, async (project) => work(project), NOTHING);
}
