import type { Diagnostic } from "./diagnostic.js";

/**
 * Ends what is going on because of something that is no fault of ours and lies far from any collector.
 * For example `throw new Fault(layoutDiagnostics.create("prettier-failed", { file, reason }))`.
 */
export class Fault extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
