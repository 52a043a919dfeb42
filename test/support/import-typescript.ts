import { transformSync } from "esbuild";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { emptyFolder, writeInto } from "./typecheck.js";
import type { PrintedUnit } from "./typescript-samples.js";

/** A module's exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** Strips the types of printed modules and writes them to a folder of the project, as a user's build would. */
export function writeJavascript(units: readonly PrintedUnit[], name: string): string {
  const folder = emptyFolder(name);
  for (const { path, text } of units) {
    writeInto(folder, path.replace(/\.ts$/u, ".js"), transformSync(text, { loader: "ts", format: "esm" }).code);
  }
  writeInto(folder, "package.json", '{ "type": "module" }');
  return folder;
}

/** Imports one of the modules that were written. For example `importModule(folder, "validators.js")`. */
export async function importModule(folder: string, file: string): Promise<Exports> {
  const imported: Exports = await import(pathToFileURL(join(folder, file)).href);
  return imported;
}
