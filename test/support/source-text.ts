import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder, absolute, in code-unit order. Goldens are left out. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("__golden__"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** A file's text. */
export function read(file: string): string {
  return readFileSync(file, "utf8");
}

/** TypeScript without its comments. Text in strings that looks like a comment goes too. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
}

/** What a module imports and re-exports, by kind. */
export interface ImportedSpecifiers {
  /** Loaded together with the module. */
  readonly loaded: readonly string[];
  /** Types, which are gone when the code runs. */
  readonly types: readonly string[];
  /** Loaded when they are needed. */
  readonly lazy: readonly string[];
}

/** Reads the import and export statements of a module's text. */
export function importedSpecifiers(module: string): ImportedSpecifiers {
  const text = withoutComments(module);
  const all = (pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? "");
  return {
    loaded: all(/^(?:import|export)\b(?! type)(?:[^;"'=]*?\bfrom\s*|\s*)["']([^"']+)["']/gm),
    types: all(/^(?:import|export) type[^;"'=]*?\bfrom\s*["']([^"']+)["']/gm),
    lazy: all(/import\(\s*["']([^"']+)["']/g),
  };
}
