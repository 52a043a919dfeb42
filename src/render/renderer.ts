import { join } from "node:path";
import type { RenderUnit } from "../targets/target.js";
import { createTemplateEnvironment, type TemplateEnvironment } from "./template-environment.js";
import { templatesFolder } from "./templates-folder.js";

/** Lines end in a line feed alone: a text may hold U+2028, which `^` and `$` would take for the end of one. */
const BLANK_LINE = /(^|\n)[ \t]+(?=\n|$)/g;

/** Prints what targets have translated. Keeps compiled templates for as long as it lives. */
export interface Renderer {
  /** The text of one file. For example `render("swift", unit)`. */
  render(target: string, unit: RenderUnit): string;
}

/** Makes a renderer over a folder with one folder of templates per target: by default the package's own. */
export function createRenderer(templates: string = templatesFolder()): Renderer {
  const environments = new Map<string, TemplateEnvironment>();
  return {
    render(target, unit) {
      const environment = environments.get(target) ?? createTemplateEnvironment(join(templates, target));
      environments.set(target, environment);
      // An indented partial indents its empty lines too; no language that we print keeps blanks there.
      const text = environment.template(unit.template)(unit.view).replace(BLANK_LINE, "$1");
      return unit.finish === undefined ? text : unit.finish(text);
    },
  };
}
