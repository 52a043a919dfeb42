import type { TypeExpr } from "./type-expr.js";
import type { Additional, Declaration, DeclarationId } from "./types.js";

/** The types directly inside a type. For example the items of an array. */
export function innerTypes(type: TypeExpr): readonly TypeExpr[] {
  switch (type.kind) {
    case "array":
      return [type.items];
    case "map":
      return [type.values];
    case "nullable":
      return [type.inner];
    case "tuple":
      return type.rest === undefined ? type.elements : [...type.elements, type.rest];
    default:
      return [];
  }
}

function additionalTypes(additional: Additional): readonly TypeExpr[] {
  return additional.kind === "typed" ? [additional.type] : [];
}

/** The types that a declaration is made of, in document order. */
export function declarationTypes(declaration: Declaration): readonly TypeExpr[] {
  switch (declaration.kind) {
    case "object":
      return [
        ...declaration.properties.map(({ type }) => type),
        ...declaration.patterns.map(({ type }) => type),
        ...additionalTypes(declaration.additional),
      ];
    case "union":
      return declaration.variants.map(({ type }) => type);
    case "alias":
      return [declaration.type];
    case "enum":
      return [];
  }
}

/** Every declaration that a type refers to, at any depth of the type itself. */
export function referencesOf(type: TypeExpr): readonly DeclarationId[] {
  return type.kind === "ref" ? [type.target] : innerTypes(type).flatMap(referencesOf);
}

/** Declarations by id. */
export function indexDeclarations(declarations: readonly Declaration[]): ReadonlyMap<DeclarationId, Declaration> {
  return new Map(declarations.map((declaration) => [declaration.id, declaration]));
}

/** Every declaration that can be reached from the roots, the roots included, in the order in which they are first met. */
export function reachable(
  declarations: ReadonlyMap<DeclarationId, Declaration>,
  roots: readonly DeclarationId[],
): ReadonlySet<DeclarationId> {
  const found = new Set<DeclarationId>();
  const waiting = [...roots];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const declaration = declarations.get(id);
    if (declaration === undefined || found.has(id)) continue;
    found.add(id);
    waiting.push(...declarationTypes(declaration).flatMap(referencesOf));
  }
  return found;
}
