import type { DiagnosticCollector } from "../../../diagnostics/collector.js";
import type { DeclarationId, Protocol } from "../../../ir/types.js";
import { nearest } from "../../../support/nearest.js";
import { cliDiagnostics } from "../../diagnostics.js";
import { validateDiagnostics } from "./diagnostics.js";

/** A definition of one of the protocols. */
export interface ChosenDefinition {
  readonly protocol: Protocol;
  readonly definition: DeclarationId;
}

/**
 * Finds the registered definition of a name, or the union of frames where there is no name. Undefined, with a diagnostic,
 * where no protocol has it or several do.
 */
export function chooseDefinition(
  protocols: readonly Protocol[],
  name: string | undefined,
  diagnostics: DiagnosticCollector,
): ChosenDefinition | undefined {
  const found = protocols.flatMap((protocol) => {
    const definition = name === undefined ? protocol.frames?.union : registered(protocol).find((id) => id === name);
    return definition === undefined ? [] : [{ protocol, definition }];
  });
  const [first, second] = found;
  if (second !== undefined) {
    const names = found.map(({ protocol }) => protocol.name);
    diagnostics.report(validateDiagnostics.create("several-protocols", { protocols: names }));
    return undefined;
  }
  if (first !== undefined || protocols.length === 0) return first;
  if (name === undefined) {
    const all = protocols.map((protocol) => protocol.name).join(", ");
    diagnostics.report(validateDiagnostics.create("no-frames", { protocol: all }));
  } else {
    const suggestion = nearest(name, protocols.flatMap(registered));
    diagnostics.report(cliDiagnostics.create("unknown-definition", { name, suggestion }));
  }
  return undefined;
}

function registered({ declarations }: Protocol): readonly DeclarationId[] {
  return declarations.filter(({ origin }) => origin === undefined).map(({ id }) => id);
}
