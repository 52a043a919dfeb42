/** How a file of the project stands to what was generated. An orphan is one that nothing generates any more. */
export type FileStatus = "unchanged" | "missing" | "stale" | "orphan";

/** One file, committed or generated. */
export interface FileState {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly status: FileStatus;
  /** Who generates it, or whose folder it stands in. For example `gateway/swift`. */
  readonly owner: string;
  /** The owner's target. For example `swift`. */
  readonly target: string;
  /** What was generated; undefined for an orphan. */
  readonly generated: string | undefined;
  /** What the project holds; undefined if it is missing. */
  readonly committed: string | undefined;
  /** Whether typewire wrote what the project holds, as far as that can be seen; also where it holds nothing. */
  readonly isOurs: boolean;
}
