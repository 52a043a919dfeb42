import type { SourceLocation } from "../../diagnostics/diagnostic.js";

/**
 * Why a module could not be imported: it does not compile or link (`build`), it threw or did something else in place of
 * being read (`threw`), or it did not end in time (`slow`).
 * For example `{ kind: "threw", message: "TypeError: x is not a function", location: { file: "schema.ts", line: 3, column: 7 } }`.
 */
export interface ModuleFailure {
  readonly kind: "build" | "threw" | "slow";
  /** One sentence without a stack trace and without an absolute path of the project. */
  readonly message: string;
  /** What to do about it, where that is known. */
  readonly help?: string;
  /** Where in the author's own source, as far as it is known. */
  readonly location: SourceLocation | undefined;
}

/** A module's exports, or why there are none. */
export type ImportedModule =
  | { readonly ok: true; readonly exports: ModuleExports; readonly files: readonly string[] }
  | { readonly ok: false; readonly failures: readonly ModuleFailure[]; readonly files: readonly string[] };

/** Everything that a module exports, by name; a CommonJS module's properties are among them. */
export type ModuleExports = Readonly<Record<string, unknown>>;
