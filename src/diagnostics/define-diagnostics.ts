import type { Diagnostic, Severity, SourceLocation } from "./diagnostic.js";

/** One row of a diagnostics table: what a code means, and how its message is made from typed parameters. */
export interface DiagnosticDefinition<P> {
  readonly severity: Severity;
  readonly message: (parameters: P) => string;
  /** What the user can do about it. */
  readonly help: (parameters: P) => string;
}

/** Where a diagnostic points. For example `{ path: "CronJob.schedule" }`. */
export interface DiagnosticPlace {
  readonly path?: string;
  readonly location?: SourceLocation;
}

/** A table of definitions by code (without the family), where `P` maps each code to its parameters. */
export type DiagnosticTable<P> = { readonly [C in keyof P]: DiagnosticDefinition<P[C]> };

/** The typed maker of one family's diagnostics. For example `lowering.create("unsupported-kind", { kind: "Date" }, { path })`. */
export interface DiagnosticFamily<P> {
  readonly family: string;
  /** Every code of the family in full, such as `ir/unsupported-kind`: documentation and tests walk it. */
  readonly codes: readonly string[];
  create<C extends keyof P & string>(code: C, parameters: P[C], place?: DiagnosticPlace): Diagnostic;
}

/** Defines a family of diagnostics from a table. `family` is the first half of every code. */
export function defineDiagnostics<P>(family: string, table: DiagnosticTable<P>): DiagnosticFamily<P> {
  return {
    family,
    codes: Object.keys(table).map((code) => `${family}/${code}`),
    create(code, parameters, place = {}) {
      const { severity, message, help } = table[code];
      return { code: `${family}/${code}`, severity, message: message(parameters), help: help(parameters), ...place };
    },
  };
}
