import type { GeneratedFile } from "./generated-file.js";

/** Who produces an output. For example `{ protocol: "gateway", target: "swift" }`. */
export interface Owner {
  readonly protocol: string;
  readonly target: string;
}

/** What one target of one protocol produces. */
export interface OutputSet extends Owner {
  /** `folder`: everything in `path` with a file extension that the target produces belongs to it. */
  readonly kind: "file" | "folder";
  /** The file or folder, relative to the project's root with `/`. For example `generated/gateway/swift`. */
  readonly path: string;
  readonly files: readonly GeneratedFile[];
}

/** An owner as messages name it. For example `gateway/swift`. */
export function ownerName({ protocol, target }: Owner): string {
  return `${protocol}/${target}`;
}
