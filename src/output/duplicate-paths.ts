import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { outputDiagnostics } from "./diagnostics.js";
import type { OutputSet } from "./output-set.js";

/** Reports files that two outputs write. Names that differ in case alone are one file on many machines. */
export function duplicatePaths(sets: readonly OutputSet[]): readonly Diagnostic[] {
  const owners = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const set of sets) {
    for (const { path } of set.files) {
      const key = path.toLowerCase();
      const first = owners.get(key);
      if (first === undefined) owners.set(key, set.owner);
      else found.push(outputDiagnostics.create("duplicate-path", { path, owners: [first, set.owner] }));
    }
  }
  return found;
}
