import { indexDeclarations } from "../../../ir/graph.js";
import type { Declaration, DeclarationId, Protocol } from "../../../ir/types.js";
import type { TypeNames } from "../names.js";

/** What a type is translated against. */
export interface TypeScope {
  readonly names: TypeNames;
  readonly declarations: ReadonlyMap<DeclarationId, Declaration>;
  /** Whether a definition of that name hides TypeScript's own `Record`. */
  readonly recordIsTaken: boolean;
}

/** Gathers the scope of a protocol. */
export function createTypeScope(protocol: Protocol, names: TypeNames): TypeScope {
  return {
    names,
    declarations: indexDeclarations(protocol.declarations),
    recordIsTaken: [...names.values()].includes("Record"),
  };
}
