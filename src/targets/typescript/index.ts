import type { Target } from "../target.js";
import { typescriptOptions } from "./options.js";
import { translate } from "./translate.js";
import { translateValidation } from "./translate-validation.js";

/** Types, validators and the protocol's tables, as three modules without a dependency. */
export const typescript: Target = {
  name: "typescript",
  summary: "TypeScript types and validators",
  options: typescriptOptions,
  defaultOutput: "typescript",
  outputKind: () => "folder",
  translate,
  translateValidation,
};
