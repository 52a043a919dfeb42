/**
 * What `init` does with one file. Nothing that is there is overwritten: a file is new, or something is added to it, or it
 * stays as it is. For example `{ kind: "create", path: "lefthook.yml", text: "pre-commit: …" }`.
 */
export type Step = CreateStep | ExtendStep | KeepStep | ByHandStep;

/** A new file. `isExecutable` is for scripts. */
export interface CreateStep {
  readonly kind: "create";
  /** Relative to the folder that `init` works in, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly isExecutable?: boolean;
}

/** A file that gets something more. */
export interface ExtendStep {
  readonly kind: "extend";
  readonly path: string;
  /** The whole new text; everything that was there is in it. */
  readonly text: string;
  /** What was added, for people. For example `the scripts protocol:gen and protocol:check`. */
  readonly added: string;
}

/** A file that stays as it is. */
export interface KeepStep {
  readonly kind: "keep";
  readonly path: string;
  /** Why. For example `it runs typewire already`. */
  readonly reason: string;
}

/** Something that has to be added by its author, since the file is not of a form that can be added to safely. */
export interface ByHandStep {
  readonly kind: "by-hand";
  readonly path: string;
  readonly reason: string;
  /** The lines to add. */
  readonly lines: string;
}
