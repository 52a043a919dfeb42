import { indexDeclarations, referencesOf } from "../../../ir/graph.js";
import type { TypeExpr } from "../../../ir/type-expr.js";
import type { Declaration, DeclarationId, Protocol } from "../../../ir/types.js";
import type { TypeNames } from "../names.js";
import type { ReadNames } from "./read-names.js";

/** What a type is translated against. */
export interface TypeScope {
  readonly names: TypeNames;
  readonly declarations: ReadonlyMap<DeclarationId, Declaration>;
  /** Whether a definition of that name hides TypeScript's own `Record`. */
  readonly recordIsTaken: boolean;
  /** Set where types are what a newer peer may send: constants are open, and unions have a variant that is not known. */
  readonly reads: ReadingScope | undefined;
}

/** What a type that a newer peer may send has beyond the same type as it is written. */
export interface ReadingScope {
  /** What a variant that is not known is called. */
  readonly unknown: string | undefined;
  /** The scope of types as they are written. */
  readonly written: TypeScope;
}

/** Gathers the scope of a protocol. */
export function createTypeScope(protocol: Protocol, names: TypeNames): TypeScope {
  return {
    names,
    declarations: indexDeclarations(protocol.declarations),
    recordIsTaken: [...names.values()].includes("Record"),
    reads: undefined,
  };
}

/** The same scope for what a newer peer may send. */
export function readingScope(scope: TypeScope, reads: ReadNames): TypeScope {
  const names = new Map([...scope.names.keys()].map((id) => [id, reads.of(id)]));
  return { ...scope, names, reads: { unknown: reads.unknown, written: scope } };
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
