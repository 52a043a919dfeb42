import Handlebars from "handlebars";
import { readdirSync, readFileSync } from "node:fs";
import { join, parse, relative } from "node:path";
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
 * templates, those under `partials/` are partials by file name. A partial that is no `.hbs` is a file of the language
 * itself, printed as it stands. Nothing is escaped and nothing is looked up leniently.
 */
export function createTemplateEnvironment(folder: string): TemplateEnvironment {
  const handlebars = Handlebars.create();
  REMOVED_HELPERS.forEach((name) => handlebars.unregisterHelper(name));
  const compile = (file: string): HandlebarsTemplateDelegate => {
    const text = templateText(readFileSync(join(folder, file), "utf8"));
    const precompiled = precompiledTemplates.get(templateKey(text));
    return precompiled === undefined ? handlebars.compile(text, TEMPLATE_OPTIONS) : handlebars.template(precompiled);
  };
  for (const file of partialFiles(join(folder, "partials"))) {
    const path = join("partials", file);
    const { name, ext } = parse(file);
    handlebars.registerPartial(name, ext === ".hbs" ? compile(path) : verbatim(join(folder, path)));
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

/** A partial that prints a file as it stands, read when it is first asked for. */
function verbatim(file: string): HandlebarsTemplateDelegate {
  let text: string | undefined;
  return () => {
    text ??= templateText(readFileSync(file, "utf8"));
    return text;
  };
}

/** The files below a folder, relative to it, in code-unit order; none where there is no such folder. */
function partialFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .toSorted(compareCodeUnits);
  } catch {
    return [];
  }
}
