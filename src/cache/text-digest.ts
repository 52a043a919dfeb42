import { createHash } from "node:crypto";

/** The SHA-256 of a text or of bytes, in hex. For example `textDigest("{}\n")`. */
export function textDigest(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}
