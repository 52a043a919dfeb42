import { defineTarget } from "../target.js";
import { typescriptOptions } from "./options.js";
import { translate, translateValidation, typeNamesOf } from "./translate.js";

/** Types, validators and the protocol's tables, as three modules without a dependency. */
export const typescript = defineTarget({
  name: "typescript",
  summary: "TypeScript types and validators",
  options: typescriptOptions,
  defaultOutput: "typescript",
  outputKind: () => "folder",
  translate,
  names: typeNamesOf,
  translateValidation,
});
