import { declarationTypes, indexDeclarations, innerTypes } from "../../ir/graph.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { Declaration, DeclarationId, Protocol } from "../../ir/types.js";
import type { SharedShapes } from "./shared-shapes.js";
import { connectedComponents } from "../../support/connected-components.js";

/** Where a protocol's types contain themselves, for languages whose types hold others by value. */
export interface Recursion {
  /** Aliases that lead back to themselves, which a mere second name cannot. */
  readonly aliases: ReadonlySet<DeclarationId>;
  /** Unions that hold themselves by value. */
  readonly unions: ReadonlySet<DeclarationId>;
  /** Whether an object would hold itself by value through a property of this type, so that it has to be boxed. */
  isBoxed(owner: DeclarationId, type: TypeExpr): boolean;
}

/**
 * Finds the circles of a protocol. Arrays and dictionaries break them by themselves; unions do, once they hold
 * their variants elsewhere.
 */
export function findRecursion(protocol: Protocol, shared: SharedShapes): Recursion {
  const index = indexDeclarations(protocol.declarations);
  const isAlias = (id: DeclarationId): boolean => index.get(id)?.kind === "alias";
  const ids = protocol.declarations.map(({ id }) => id);

  const aliases = connectedComponents(ids.filter(isAlias), (id) =>
    typesOf(index.get(id)).flatMap(allReferences).filter(isAlias),
  );
  const heldBy = (type: TypeExpr): readonly DeclarationId[] => heldReferences(type).map(shared.canonical);
  const held = (id: DeclarationId): readonly DeclarationId[] => typesOf(index.get(id)).flatMap(heldBy);
  const circles = connectedComponents(ids, held);
  const unions = new Set(ids.filter((id) => index.get(id)?.kind === "union" && circles.isCircular(id)));
  const boxes = connectedComponents(ids, (id) => (unions.has(id) ? [] : held(id)));
  return {
    aliases: new Set(ids.filter((id) => isAlias(id) && aliases.isCircular(id))),
    unions,
    isBoxed: (owner, type) => heldBy(type).some((target) => boxes.areTogether(owner, target)),
  };
}

function typesOf(declaration: Declaration | undefined): readonly TypeExpr[] {
  return declaration === undefined ? [] : declarationTypes(declaration);
}

function allReferences(type: TypeExpr): readonly DeclarationId[] {
  return type.kind === "ref" ? [type.target] : innerTypes(type).flatMap(allReferences);
}

/** What a value of the type holds inside itself rather than behind an array's or dictionary's own storage. */
function heldReferences(type: TypeExpr): readonly DeclarationId[] {
  switch (type.kind) {
    case "ref":
      return [type.target];
    case "nullable":
      return heldReferences(type.inner);
    case "tuple":
      return type.elements.flatMap(heldReferences);
    default:
      return [];
  }
}
