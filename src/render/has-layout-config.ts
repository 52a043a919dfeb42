import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const PRETTIER_FILE = /^(\.prettierrc(\..+)?|prettier\.config\.[cm]?[jt]s|\.editorconfig)$/;
const MANIFEST_WITH_LAYOUT = /"prettier"\s*:/;

/** Whether a file of this name may say how other files are laid out. For example `.editorconfig`. */
export function mayConfigureLayout(name: string): boolean {
  return PRETTIER_FILE.test(name) || ["package.json", "package.yaml", ".prettierignore"].includes(name);
}

/**
 * Whether any file above `folder` may configure Prettier. A few directory listings, so that a project without such a
 * file never pays for loading Prettier. The answer may be yes too often, never too seldom.
 */
export function hasLayoutConfig(folder: string): boolean {
  const parent = dirname(folder);
  return folderConfiguresLayout(folder) || (parent !== folder && hasLayoutConfig(parent));
}

function folderConfiguresLayout(folder: string): boolean {
  const names = namesIn(folder);
  if (names.some((name) => PRETTIER_FILE.test(name))) return true;
  return (
    (names.includes("package.json") && MANIFEST_WITH_LAYOUT.test(textOf(join(folder, "package.json")))) ||
    names.includes("package.yaml")
  );
}

/** Empty for what is no file, or may not be read. */
function textOf(file: string): string {
  try {
    return statSync(file).isFile() ? readFileSync(file, "utf8") : "";
  } catch {
    return "";
  }
}

/** Empty where the folder does not exist yet or may not be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
