import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type ProjectPlace, withProject } from "./with-project.js";

/** Which project to lint, and whether to mend it. Everything is optional. */
export interface ProjectLintOptions extends ProjectPlace {
  /** Mend in the registry's files what takes no decision. */
  readonly fix?: boolean;
}

/** What `lint` has found, after it has mended what it was asked to mend. */
export interface ProjectLinting {
  /** The files that were mended, relative to the config's folder. */
  readonly changed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Does what `typewire lint` does, and gives the result instead of printing it.
 * For example `const { diagnostics } = await lint({ fix: true })`.
 */
export async function lint(options: ProjectLintOptions = {}): Promise<ProjectLinting> {
  const { fix = false, ...place } = options;
  const [{ lint: find }, { lintFix: mend }] = await Promise.all([
    import("../workflows/lint/lint.js"),
    import("../workflows/lint/lint-fix.js"),
  ]);
  return withProject<Pick<ProjectLinting, "changed">>(
    place,
    async (project) => {
      if (fix) return { changed: (await mend(project)).changed };
      await find(project);
      return { changed: [] };
    },
    { changed: [] },
  );
}
