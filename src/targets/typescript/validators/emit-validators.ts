import { DOCUMENT_URI } from "../../../json-schema/resources.js";
import type { DiagnosticCollector } from "../../../diagnostics/collector.js";
import type { Protocol } from "../../../ir/types.js";
import type { TypeNames } from "../names.js";
import { compileValidators } from "./compile-validators.js";
import { createSchemaFaults } from "./schema-faults.js";
import type { ValidatorsView } from "./validators-view.js";

/** Compiles a validator for each registered declaration of a protocol: the view of `templates/typescript/validators.hbs`. */
export function emitValidators(protocol: Protocol, names: TypeNames, diagnostics: DiagnosticCollector): ValidatorsView {
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const entries = registered.map(({ id, schema }) => ({ name: id, schema, base: DOCUMENT_URI }));
  const definitions = Object.fromEntries(registered.map(({ id, schema }) => [id, schema]));
  return compileValidators(
    {
      schemas: { entries, documents: new Map([[DOCUMENT_URI, { definitions }]]) },
      typeName: (entry) => names.get(entry) ?? entry,
    },
    createSchemaFaults(diagnostics),
  );
}
