import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { compareCodeUnits } from "../support/compare-code-units.js";
import { textDigest } from "./text-digest.js";

/** A digest of the names and contents of all files of folders, those below them included. Throws where one cannot be read. */
export function folderDigest(folders: readonly string[]): string {
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
