import { dirname, join } from "node:path";
import type * as Prettier from "prettier";
import type { RenderUnit } from "../targets/target.js";
import { hasLayoutConfig } from "./has-layout-config.js";

/** Lays printed files out as the user's own Prettier configuration asks. */
export interface UserLayout {
  /** `file` is absolute; it decides which configuration and which overrides apply. The text itself need not exist yet. */
  apply(text: string, file: string, format: RenderUnit["format"]): Promise<string>;
}

/**
 * Makes the layout for a project. Prettier is loaded only if a configuration exists above the file, and run only if
 * that configuration changes anything for it: what we print is laid out already.
 */
export function createUserLayout(root: string): UserLayout {
  const configured = new Map<string, boolean>();
  let prettier: Promise<typeof Prettier> | undefined;
  return {
    async apply(text, file, format) {
      if (format === "none") return text;
      const folder = dirname(file);
      const mayApply = configured.get(folder) ?? hasLayoutConfig(folder);
      configured.set(folder, mayApply);
      if (!mayApply) return text;
      const loaded = await (prettier ??= loadPrettier());
      const options = await layoutOptions(loaded, root, file);
      return options === undefined ? text : loaded.format(text, { ...options, parser: format });
    },
  };
}

/** Prettier keeps what it has read for ever: another run in this process may meet another configuration. */
async function loadPrettier(): Promise<typeof Prettier> {
  const prettier = await import("prettier");
  await prettier.clearConfigCache();
  return prettier;
}

/** The options that differ from Prettier's defaults, or undefined where none does or the file is ignored. */
async function layoutOptions(
  prettier: typeof Prettier,
  root: string,
  file: string,
): Promise<Prettier.Options | undefined> {
  const options = await prettier.resolveConfig(file, { editorconfig: true });
  if (options === null) return undefined;
  const { ignored } = await prettier.getFileInfo(file, {
    ignorePath: [join(root, ".prettierignore"), join(root, ".gitignore")],
    resolveConfig: false,
  });
  if (ignored) return undefined;
  const defaults = new Map<string, unknown>();
  for (const { name, default: value } of (await prettier.getSupportInfo()).options) {
    if (name !== undefined) defaults.set(name, value);
  }
  const differs = Object.entries(options).some(([name, value]) => name !== "parser" && defaults.get(name) !== value);
  return differs ? options : undefined;
}
