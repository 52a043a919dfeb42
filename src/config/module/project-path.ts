import { isAbsolute, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** A file as messages and outputs name it: relative to the root, with `/`. For example `fixtures/clawdis/schema.ts`. */
export function projectPath(root: string, file: string): string {
  const inside = isAbsolute(file) ? relative(root, file) : relative(root, resolve(root, file));
  return inside.split(sep).join("/");
}

/** Text of another program, with the project's folder taken out of the paths that it names. */
export function withoutRoot(root: string, text: string): string {
  const prefixes = [`${pathToFileURL(root).href}/`, root + sep];
  return prefixes.reduce((rest, prefix) => rest.replaceAll(prefix, ""), text);
}
