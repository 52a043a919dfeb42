import { createDiagnosticList, type DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Protocol } from "../../ir/types.js";
import type { Validation } from "../target.js";
import { nameTypes } from "./names.js";
import { standaloneUnit } from "./standalone-unit.js";

/** The validators alone, to be run here. What the types are called is nobody's concern then, so nothing is said of it. */
export function translateValidation(protocol: Protocol, diagnostics: DiagnosticCollector): Validation {
  const names = nameTypes(protocol, createDiagnosticList());
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  return {
    unit: standaloneUnit(protocol, { names, tables: undefined, diagnostics }),
    validators: new Map(registered.map(({ id }) => [id, `validate${names.get(id) ?? id}`])),
  };
}
