/** How bad a finding is. An error stops the command that found it; a warning does not. */
export type Severity = "error" | "warning";

/** A place in a source file. `file` is relative to the project with `/`; `line` and `column` count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * One finding about the user's input. For example
 * `{ code: "ir/unsupported-kind", severity: "error", message: "Type.Date has no JSON form", path: "CronJob.at" }`.
 */
export interface Diagnostic {
  /** `family/kebab-case`, a promise to users: scripts and ignore lists name it. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence that says what is wrong, without a full stop at its end. */
  readonly message: string;
  /** What the user can do about it, as a sentence. */
  readonly help?: string;
  /** Lines to show below the message as they are. For example the diff of a stale file. */
  readonly detail?: string;
  /** Where in the schemas, such as `CronJob.schedule.anyOf[1].atMs`. */
  readonly path?: string;
  /** Where in a file; filled in from `path` where the registry's source is TypeScript. */
  readonly location?: SourceLocation;
}
