import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isRecord } from "../support/json.js";
import { parseJson } from "../support/parse-json.js";

const PRETTIER_FILE = /^(\.prettierrc(\..+)?|prettier\.config\..+|\.editorconfig|package\.yaml)$/u;

/**
 * What the user's own Prettier configuration says about files in a folder, as a text that changes with it; empty where
 * there is none. Undefined where it is code, or may load some: then nobody can tell what it says without running it.
 */
export function layoutState(root: string, folder: string): string | undefined {
  const found = configFiles(folder);
  if (found.length === 0) return "";
  const said = found.map((file) => ({ file, text: textOf(file) }));
  if (!said.every(isData)) return undefined;
  const ignored = [".prettierignore", ".gitignore"].map((name) => textOf(join(root, name)) ?? "");
  return JSON.stringify([said, ignored]);
}

function configFiles(folder: string): readonly string[] {
  const here = namesIn(folder)
    .filter((name) => PRETTIER_FILE.test(name) || (name === "package.json" && hasLayout(join(folder, name))))
    .map((name) => join(folder, name));
  const parent = dirname(folder);
  return parent === folder ? here : [...here, ...configFiles(parent)];
}

function hasLayout(manifest: string): boolean {
  return /"prettier"\s*:/u.test(textOf(manifest) ?? "");
}

/** Whether a configuration is data alone: an object in JSON that names no plugins, or an `.editorconfig`. */
function isData({ file, text }: { readonly file: string; readonly text: string | undefined }): boolean {
  if (text === undefined) return false;
  if (file.endsWith(".editorconfig")) return true;
  const parsed = /(?:\.prettierrc|\.json)$/u.test(file) ? parseJson(text) : undefined;
  if (parsed?.ok !== true || !isRecord(parsed.value)) return false;
  const settings = file.endsWith("package.json") ? parsed.value["prettier"] : parsed.value;
  return isRecord(settings) && !text.includes('"plugins"');
}

function textOf(file: string): string | undefined {
  try {
    return statSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

/** Empty where the folder does not exist yet or may not be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
