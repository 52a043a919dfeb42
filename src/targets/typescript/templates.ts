import { template } from "../target.js";
import type { AjvView } from "./ajv/ajv-view.js";
import type { ProtocolView } from "./protocol/protocol-view.js";
import type { TablesView } from "./tables/tables-view.js";
import type { TypesView } from "./types/types-view.js";
import type { ValidatorsView } from "./validators/validators-view.js";

/** What `validators.hbs` prints: the compiled validators, then the functions that choose one of them by name. */
export interface StandaloneView extends ValidatorsView {
  readonly tables: TablesView | undefined;
}

/** The target's templates. Validators are laid out by nobody: they are code for machines, and say so to formatters. */
export const templates = {
  types: template<TypesView>("types", "typescript"),
  validators: template<StandaloneView>("validators", "none"),
  ajv: template<AjvView>("ajv", "none"),
  protocol: template<ProtocolView>("protocol", "typescript"),
};
