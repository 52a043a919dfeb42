import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ProtocolChanges } from "../rules/report/changes-text.js";
import { type ProjectPlace, withProject } from "./with-project.js";

/** Which versions of which project to compare. */
export interface ProjectDiffOptions extends ProjectPlace {
  /** The version to compare with: a git revision, a file or a folder. */
  readonly against: string;
  /** The same for what is compared with it; the project as it is otherwise. */
  readonly to?: string;
  /** The only protocol to look at. */
  readonly protocol?: string;
  /** The day that agreements have to hold on, as `2026-11-23`; the present one otherwise. An agreement's last day counts. */
  readonly today?: string;
}

/** What `diff` has found: every change, and a diagnostic for each that fails or deserves a look. */
export interface ProjectDiff {
  readonly protocols: readonly ProtocolChanges[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Does what `typewire diff` does, and gives the result instead of printing it.
 * For example `const { protocols, diagnostics } = await diff({ against: "main" })`.
 */
export async function diff(options: ProjectDiffOptions): Promise<ProjectDiff> {
  // A program without types may give nothing.
  const given: Partial<ProjectDiffOptions> = options ?? {};
  const { against: previous, to: current, protocol, today, ...place } = given;
  if (previous === undefined) {
    const { apiDiagnostics } = await import("./diagnostics.js");
    return { protocols: [], diagnostics: [apiDiagnostics.create("nothing-to-compare", {})] };
  }
  const workflow = await import("../workflows/diff/diff.js");
  const versions = { previous, current, protocol, today };
  return withProject<Pick<ProjectDiff, "protocols">>(
    { ...place, against: previous, to: current, protocol, today },
    async (project) => ({ protocols: await workflow.diff({ ...project, ...versions }) }),
    { protocols: [] },
  );
}
