import { indexDeclarations, referencesOf } from "../../../ir/graph.js";
import type { TypeExpr } from "../../../ir/type-expr.js";
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

/**
 * Whether a declaration is written out where it is used instead of having a name: nested constants (`"now" | "later"`),
 * and nested unions of plain things (`string | number`). Whatever holds a nested object keeps a name.
 */
export function isInline(declaration: Declaration, scope: TypeScope): boolean {
  if (declaration.origin === undefined) return false;
  if (declaration.kind === "enum") return true;
  if (declaration.kind === "alias") return isPlain(declaration.type, scope);
  return declaration.kind === "union" && declaration.variants.every(({ type }) => isPlain(type, scope));
}

/** Whether a type holds nothing that is nested and has a shape of its own, so that writing it out comes to an end. */
function isPlain(type: TypeExpr, scope: TypeScope): boolean {
  return referencesOf(type).every((id) => {
    const target = scope.declarations.get(id);
    return target?.origin === undefined || target.kind === "enum";
  });
}
