import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Protocol } from "../../ir/types.js";
import type { RenderUnit } from "../target.js";
import type { TypeNames } from "./names.js";
import type { TablesView } from "./tables/tables-view.js";
import { emitValidators } from "./validators/emit-validators.js";
import type { ValidatorsView } from "./validators/validators-view.js";

/** What `validators.hbs` prints: the compiled validators, then the functions that choose one of them by name. */
export interface StandaloneView extends ValidatorsView {
  readonly tables: TablesView | undefined;
}

/** What the validators are made with besides the protocol. */
export interface StandaloneParts {
  readonly names: TypeNames;
  readonly tables: TablesView | undefined;
  readonly diagnostics: DiagnosticCollector;
}

/** The module of validators that need nothing else at run time. */
export function standaloneUnit(protocol: Protocol, { names, tables, diagnostics }: StandaloneParts): RenderUnit {
  const view: StandaloneView = { ...emitValidators(protocol, names, diagnostics), tables };
  return { path: "validators.ts", template: "validators", view, format: "none" };
}
