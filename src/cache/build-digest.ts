import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { compareCodeUnits } from "../support/compare-code-units.js";
import { packageRoot } from "../support/package-root.js";
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

/** A digest of the names and contents of all files of folders, those below them included. Throws where one cannot be read. */
function folderDigest(folders: readonly string[]): string {
  return textDigest(folders.map(folderText).join("\n"));
}

function folderText(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted(compareCodeUnits)
    .map((file) => `${relative(folder, file).split(sep).join("/")} ${textDigest(readFileSync(file))}`)
    .join("\n");
}
