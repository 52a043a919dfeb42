/** One file that a run produces, held in memory. For example `{ path: "generated/gateway/types.ts", text: "…" }`. */
export interface GeneratedFile {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** With `\n` line endings and a final one. */
  readonly text: string;
}
