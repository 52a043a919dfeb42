import type { Protocol } from "../../ir/types.js";
import type { RenderUnit, TargetContext, Translation } from "../target.js";
import { typeFallbacks } from "./fallbacks.js";
import { translateAjv } from "./ajv/translate-ajv.js";
import { nameTypes, type TypeNames } from "./names.js";
import { readOptions } from "./options.js";
import { translateProtocol } from "./protocol/translate-protocol.js";
import { translateTables } from "./tables/translate-tables.js";
import type { TablesView } from "./tables/tables-view.js";
import { translateTypes } from "./types/translate-types.js";
import { emitValidators } from "./validators/emit-validators.js";
import type { ValidatorsView } from "./validators/validators-view.js";

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

/** What `validators.hbs` prints: the compiled validators, then the functions that choose one of them by name. */
interface StandaloneView extends ValidatorsView {
  readonly tables: TablesView | undefined;
}

/** The validators are laid out by nobody: they are code for machines, and they say so to formatters. */
function validatorUnits(protocol: Protocol, names: TypeNames, context: TargetContext): readonly RenderUnit[] {
  const tables = translateTables(protocol, names, context.diagnostics);
  if (readOptions(context.options).engine === "standalone") {
    const view: StandaloneView = { ...emitValidators(protocol, names, context.diagnostics), tables };
    return [{ path: "validators.ts", template: "validators", view, format: "none" }];
  }
  return [{ path: "validators.ts", template: "ajv", view: translateAjv(protocol, names, tables), format: "none" }];
}
