import type { DiagnosticCollector } from "../../../diagnostics/collector.js";
import type { DeclarationId, Protocol } from "../../../ir/types.js";
import { typescriptDiagnostics } from "../diagnostics.js";
import { stringLiteral } from "../literals.js";
import type { TypeNames } from "../names.js";
import type { CaseView, TablesView, TableView } from "./tables-view.js";

/** A name on the wire and the definition that goes with it. */
interface Row {
  readonly name: string;
  readonly definition: DeclarationId | undefined;
}

/** Translates frames, methods and events into the functions that validate by name. Undefined where there are none. */
export function translateTables(
  protocol: Protocol,
  names: TypeNames,
  diagnostics: DiagnosticCollector,
): TablesView | undefined {
  const { frames, methods, events } = protocol;
  if (frames === undefined && methods.length + events.length === 0) return undefined;
  const frame = frames === undefined ? undefined : names.get(frames.union);
  const params = methods.map(({ name, params: definition }) => ({ name, definition }));
  const results = methods.map(({ name, result: definition }) => ({ name, definition }));
  const payloads = events.map(({ name, payload: definition }) => ({ name, definition }));
  const table = (wanted: string, rows: readonly Row[]): TableView | undefined =>
    rows.length === 0
      ? undefined
      : { function: freeName(wanted, names, diagnostics), cases: rows.map((row) => caseView(row, names)) };
  return {
    usesProtocol: methods.length + events.length > 0,
    refuses: frame !== undefined || [...params, ...results, ...payloads].some((row) => row.definition !== undefined),
    frame: frame === undefined ? undefined : { validator: `validate${frame}`, type: `T.${frame}` },
    requests: table("validateRequest", params),
    responses: table("validateResponse", results),
    events: table("validateEvent", payloads),
  };
}

function caseView({ name, definition }: Row, names: TypeNames): CaseView {
  const type = definition === undefined ? undefined : names.get(definition);
  return { name: stringLiteral(name), validator: type === undefined ? undefined : `validate${type}` };
}

/** A definition called `Request` has the name `validateRequest` for its own validator; the table's then ends in `Of`. */
function freeName(wanted: string, names: TypeNames, diagnostics: DiagnosticCollector): string {
  const taken = new Set([...names.values()].map((type) => `validate${type}`));
  if (!taken.has(wanted)) return wanted;
  let name = wanted;
  while (taken.has(name)) name += "Of";
  diagnostics.report(typescriptDiagnostics.create("table-renamed", { wanted, name }));
  return name;
}
