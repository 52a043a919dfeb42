import type { GeneratedFile } from "./generated-file.js";

/** What one target of one protocol produces. */
export interface OutputSet {
  /** Who produces it, for messages. For example `gateway/swift`. */
  readonly owner: string;
  /** `folder`: everything in `path` with a file extension that the target produces belongs to it. */
  readonly kind: "file" | "folder";
  /** The file or folder, relative to the project's root with `/`. For example `generated/gateway/swift`. */
  readonly path: string;
  readonly files: readonly GeneratedFile[];
}
