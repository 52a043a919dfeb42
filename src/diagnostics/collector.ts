import type { Diagnostic } from "./diagnostic.js";

/** Receives diagnostics as they are found. Every stage is handed one; none keeps its own. */
export interface DiagnosticCollector {
  report(diagnostic: Diagnostic): void;
}

/** A collector that keeps what it receives, in order. */
export interface DiagnosticList extends DiagnosticCollector {
  readonly diagnostics: readonly Diagnostic[];
  readonly hasErrors: boolean;
}

/** Makes an empty list. For example `const found = createDiagnosticList(); lower(registry, found)`. */
export function createDiagnosticList(): DiagnosticList {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    get hasErrors() {
      return diagnostics.some((diagnostic) => diagnostic.severity === "error");
    },
    report(diagnostic) {
      diagnostics.push(diagnostic);
    },
  };
}
