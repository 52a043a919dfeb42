import Handlebars from "handlebars";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareCodeUnits } from "../support/compare-code-units.js";
import { precompiledTemplates } from "./precompiled-templates.js";
import { TEMPLATE_OPTIONS, templateKey, templateText } from "./template-options.js";

const REMOVED_HELPERS = ["log", "lookup", "helperMissing", "blockHelperMissing"];

/** Makes text of a view. Throws where the view lacks something that the template names. */
export type Template = (view: object) => string;

/** The templates of one target, compiled when they are first asked for. */
export interface TemplateEnvironment {
  /** By file name without `.hbs`. For example `template("models")`. */
  template(name: string): Template;
}

/**
 * Reads `folder` (one target's templates) into a Handlebars environment of its own: its top-level `*.hbs` files are
 * templates, those under `partials/` are partials by file name. Nothing is escaped and nothing is looked up leniently.
 */
export function createTemplateEnvironment(folder: string): TemplateEnvironment {
  const handlebars = Handlebars.create();
  REMOVED_HELPERS.forEach((name) => handlebars.unregisterHelper(name));
  const compile = (file: string): HandlebarsTemplateDelegate => {
    const text = templateText(readFileSync(join(folder, file), "utf8"));
    const precompiled = precompiledTemplates.get(templateKey(text));
    return precompiled === undefined ? handlebars.compile(text, TEMPLATE_OPTIONS) : handlebars.template(precompiled);
  };
  for (const name of templateNames(join(folder, "partials"))) {
    handlebars.registerPartial(name, compile(join("partials", `${name}.hbs`)));
  }
  const compiled = new Map<string, Template>();
  return {
    template(name) {
      const found = compiled.get(name) ?? compile(`${name}.hbs`);
      compiled.set(name, found);
      return found;
    },
  };
}

/** The names of the `*.hbs` files of a folder, in code-unit order; none where there is no such folder. */
function templateNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(".hbs"))
      .map((file) => file.slice(0, -".hbs".length))
      .toSorted(compareCodeUnits);
  } catch {
    return [];
  }
}
