import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../support/package-root.js";
import { folderDigest } from "./folder-digest.js";
import { textDigest } from "./text-digest.js";

/**
 * A digest of everything that this program brings along and that shapes its outputs: its code, its templates, and the
 * versions of what it depends on, which its manifest pins. Also of the engine, which compiles patterns and tells why not.
 */
export function buildDigest(): string {
  const root = packageRoot(import.meta.dirname);
  // The code is `src/`, or the chunks of the bundle: these are named by their content, and so are the entries' imports.
  const code = import.meta.dirname.startsWith(join(root, "src")) ? join(root, "src") : import.meta.dirname;
  const manifest = readFileSync(join(root, "package.json"), "utf8");
  return textDigest([process.versions.v8, manifest, folderDigest([code, join(root, "templates")])].join("\n"));
}
