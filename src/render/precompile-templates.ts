import Handlebars from "handlebars";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TEMPLATE_OPTIONS, templateKey, templateText } from "./template-options.js";

/**
 * The text of a module that exports `precompiledTemplates` of all templates below a folder. Used by the build alone.
 * Handlebars writes into the options of this call, hence the copy.
 */
export function precompileTemplates(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) =>
    name.endsWith(".hbs"),
  );
  const entries = files
    .map((file) => templateText(readFileSync(join(file.parentPath, file.name), "utf8")))
    .map(
      (text) =>
        `[${JSON.stringify(templateKey(text))}, ${String(Handlebars.precompile(text, { ...TEMPLATE_OPTIONS }))}]`,
    )
    .toSorted();
  return `export const precompiledTemplates = new Map([\n${entries.join(",\n")}\n]);\n`;
}
