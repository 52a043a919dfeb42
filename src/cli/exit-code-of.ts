import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ExitCode } from "./exit-code.js";

const COULD_NOT_RUN = ["cli/", "config/", "registry/", "output/", "layout/", "revision/", "policy/"];

/**
 * The exit code for what was reported. Where the command line, the config, the registry's module or the output folders
 * are at fault, the command could not do its work (2); faults in the schemas are findings (1).
 */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return 0;
  return errors.some(({ code }) => COULD_NOT_RUN.some((family) => code.startsWith(family))) ? 2 : 1;
}
