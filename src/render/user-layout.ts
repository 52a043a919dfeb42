import { dirname, join } from "node:path";
import type * as Prettier from "prettier";
import { projectPath, withoutRoot } from "../config/module/project-path.js";
import { Fault } from "../diagnostics/fault.js";
import { layoutDiagnostics } from "./diagnostics.js";
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
      try {
        const options = await layoutOptions(loaded, root, file);
        if (options === undefined) return text;
        return format === "ignored"
          ? asIgnored(text, options)
          : await loaded.format(text, { ...options, parser: format });
      } catch (error) {
        throw await layoutFault(loaded, { root, file, error });
      }
    },
  };
}

/** Prettier keeps what it has read for ever: another run in this process may meet another configuration. */
async function loadPrettier(): Promise<typeof Prettier> {
  const prettier = await import("prettier");
  await prettier.clearConfigCache();
  return prettier;
}

/** What is printed is sound, so what fails is what the project asks for. */
async function layoutFault(
  prettier: typeof Prettier,
  { root, file, error }: { readonly root: string; readonly file: string; readonly error: unknown },
): Promise<Fault> {
  const config = await prettier.resolveConfigFile(file).catch(() => null);
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  // Where a plugin is missing, Node tells from which of Prettier's own places.
  const reason = withoutRoot(root, line).replace(/ imported from .*$/u, "");
  const named = config === null ? undefined : projectPath(root, config);
  return new Fault(
    layoutDiagnostics.create("prettier-failed", { path: projectPath(root, file), config: named, reason }),
  );
}

/** Line ends that are more than a line feed, and the semicolon of a statement, are not left alone by Prettier. */
function asIgnored(text: string, { semi = true, endOfLine = "lf" }: Prettier.Options): string {
  const ended = semi ? text : text.replaceAll(/^([^\s/*].*);$/gmu, "$1");
  return endOfLine === "crlf" ? ended.replaceAll("\n", "\r\n") : ended;
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
