import type { Protocol } from "../../ir/types.js";
import { typeFallbacks } from "../shared/type-fallbacks.js";
import type { RenderUnit, TargetContext, Translation } from "../target.js";
import { translateAjv } from "./ajv/translate-ajv.js";
import { nameTypes, type TypeNames } from "./names.js";
import { standaloneUnit } from "./standalone-unit.js";
import { readOptions } from "./options.js";
import { translateProtocol } from "./protocol/translate-protocol.js";
import { translateTables } from "./tables/translate-tables.js";
import { translateTypes } from "./types/translate-types.js";
import { emitValidators } from "./validators/emit-validators.js";

/** Translates a protocol into its three modules. */
export function translate(protocol: Protocol, { options, diagnostics }: TargetContext): Translation {
  const names = nameTypes(protocol, diagnostics);
  return {
    units: [
      { path: "types.ts", template: "types", view: translateTypes(protocol, names), format: "typescript" },
      ...validatorUnits(protocol, names, { options, diagnostics }),
      { path: "protocol.ts", template: "protocol", view: translateProtocol(protocol, names), format: "typescript" },
    ],
    fallbacks: typeFallbacks(protocol),
  };
}

/** The validators are laid out by nobody: they are code for machines, and they say so to formatters. */
function validatorUnits(protocol: Protocol, names: TypeNames, context: TargetContext): readonly RenderUnit[] {
  const tables = translateTables(protocol, names, context.diagnostics);
  const { engine } = readOptions(context.options);
  if (engine === "standalone") return [standaloneUnit(protocol, { names, tables, diagnostics: context.diagnostics })];
  // AJV passes over what it does not know; whoever generates is told of it all the same.
  emitValidators(protocol, names, context.diagnostics);
  return [{ path: "validators.ts", template: "ajv", view: translateAjv(protocol, names, tables), format: "none" }];
}
