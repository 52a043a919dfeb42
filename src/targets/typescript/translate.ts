import { createDiagnosticList, type DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Protocol } from "../../ir/types.js";
import {
  type GeneratedName,
  type RenderUnit,
  type TargetContext,
  template,
  type Translation,
  type Validation,
} from "../target.js";
import { thingsOf } from "../shared/things.js";
import { typeFallbacks } from "../shared/type-fallbacks.js";
import { type AjvView, translateAjv } from "./ajv/translate-ajv.js";
import { nameTypes, type TypeNames } from "./names.js";
import type { TypescriptOptions } from "./options.js";
import type { ProtocolView } from "./protocol/protocol-view.js";
import { translateProtocol } from "./protocol/translate-protocol.js";
import type { IncomingView, MethodsModuleView } from "./readers/incoming-view.js";
import type { ReadersView } from "./readers/readers-view.js";
import { translateIncoming } from "./readers/translate-incoming.js";
import { translateMethods } from "./readers/translate-methods.js";
import { translateReaders } from "./readers/translate-readers.js";
import type { TablesView } from "./tables/tables-view.js";
import { translateTables } from "./tables/translate-tables.js";
import { nameReads } from "./types/read-names.js";
import { translateTypes, type TypesView } from "./types/translate-types.js";
import { ignoredByPrettier } from "./validators/ignored-by-prettier.js";
import { emitValidators } from "./validators/emit-validators.js";
import type { ValidatorsView } from "./validators/validators-view.js";

/** What `validators.hbs` prints: the compiled validators, then the functions that choose one of them by name. */
export interface StandaloneView extends ValidatorsView {
  readonly tables: TablesView | undefined;
}

/** Validators and readers are laid out by nobody: they are code for machines, and they say so to formatters. */
const templates = {
  types: template<TypesView>("types", "typescript"),
  validators: template<StandaloneView>("validators", "ignored"),
  ajv: template<AjvView>("ajv", "ignored"),
  readers: template<ReadersView>("readers", "ignored"),
  incoming: template<IncomingView>("incoming", "ignored"),
  methods: template<MethodsModuleView>("methods", "ignored"),
  strictMethods: template<MethodsModuleView>("strict-methods", "ignored"),
  protocol: template<ProtocolView>("protocol", "typescript"),
};

/** Translates a protocol into its modules. */
export function translate(protocol: Protocol, context: TargetContext<TypescriptOptions>): Translation {
  const names = nameTypes(protocol, context.diagnostics);
  const reads = nameReads(protocol, names);
  const incoming = translateIncoming(protocol, names, reads);
  const methods = translateMethods(protocol, names);
  return {
    units: [
      templates.types("types.ts", translateTypes(protocol, names, reads)),
      ...[
        validatorsUnit(protocol, names, context),
        templates.readers("readers.ts", translateReaders(protocol, names, reads)),
        ...(incoming === undefined ? [] : [templates.incoming("incoming.ts", incoming)]),
        ...(methods === undefined
          ? []
          : [templates.methods("methods.ts", methods), templates.strictMethods("strict-methods.ts", methods)]),
      ].map((unit): RenderUnit => ({ ...unit, finish: ignoredByPrettier })),
      templates.protocol("protocol.ts", translateProtocol(protocol, names, context)),
    ],
    fallbacks: typeFallbacks(protocol),
  };
}

/** Every name of a type, as `translate` gives them. */
export function typeNamesOf(protocol: Protocol): readonly GeneratedName[] {
  const things = thingsOf(protocol);
  const types = nameTypes(protocol, createDiagnosticList());
  return protocol.declarations.map(({ id, source }) => ({
    name: types.get(id) ?? id,
    thing: `type ${things.ofDeclaration(id)}`,
    path: source,
  }));
}

/** AJV passes over what it does not know; whoever generates is told of it all the same, since validators are compiled anyway. */
function validatorsUnit(
  protocol: Protocol,
  names: TypeNames,
  { options, diagnostics }: TargetContext<TypescriptOptions>,
): RenderUnit {
  const tables = translateTables(protocol, names, diagnostics);
  const validators = emitValidators(protocol, names, diagnostics);
  return options.engine === "standalone"
    ? templates.validators("validators.ts", { ...validators, tables })
    : templates.ajv("validators.ts", translateAjv(protocol, names, tables));
}

/** The validators alone, to be run here. What the types are called is nobody's concern then, so nothing is said of it. */
export function translateValidation(protocol: Protocol, diagnostics: DiagnosticCollector): Validation {
  const names = nameTypes(protocol, createDiagnosticList());
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const view = { ...emitValidators(protocol, names, diagnostics), tables: undefined };
  return {
    unit: templates.validators("validators.ts", view),
    validators: new Map(registered.map(({ id }) => [id, `validate${names.get(id) ?? id}`])),
  };
}
