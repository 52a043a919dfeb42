import { declarationTypes, reachable } from "../../ir/graph.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { Declaration, DeclarationId, UnionDeclaration, UnionVariant } from "../../ir/types.js";
import { otherKeys } from "./extra-keys.js";

type Declarations = ReadonlyMap<DeclarationId, Declaration>;

/**
 * How a value of a union without tags is read, the same in every language. `by-type`: no two variants share a JSON type,
 * so the first that takes the value is the one. `by-fit`: the variant is chosen by what is known of the value:
 *
 * 1. Only variants that can read the value count: nothing required is missing, no type or constant is another.
 * 2. The one in which nothing is unknown: no key of a closed object, no value of an enum, no tag, at any depth, through
 *    arrays, maps, tuples and other unions.
 * 3. Among several, the one that declares most of the keys that are there, at any depth; then the one that has most of
 *    the constants.
 * 4. Where something is unknown to each, the one with the fewest unknowns; but none that would lose a key, at any depth,
 *    which another variant declares in that place.
 * 5. Only then the first in `order`. Where none is left, the value is kept as it is, or refused by a closed union.
 *
 * So what is read and written again is equal, but for keys of closed objects that no variant declares.
 */
export interface UnionReading {
  readonly kind: "by-type" | "by-fit";
  /** Constants first, then by JSON type from the narrowest, among objects the one with the most required keys first. */
  readonly order: readonly UnionVariant[];
}

/** How to read a union without tags. */
export function unionReading({ variants }: UnionDeclaration, declarations: Declarations): UnionReading {
  const order = variants
    .map((variant, index) => ({ variant, index, rank: rankOf(variant.type, declarations) }))
    .toSorted((left, right) => compareRanks(left.rank, right.rank) || left.index - right.index)
    .map(({ variant }) => variant);
  const kinds = variants.map(({ type }) => jsonTypes(type, declarations, 0));
  const isDisjoint = new Set(kinds.flat()).size === kinds.flat().length;
  return { kind: isDisjoint ? "by-type" : "by-fit", order };
}

/** Declarations that have to say what they declare, since a union is read by it: all that stands in such a union. */
export function declarationsToShape(declarations: Declarations): ReadonlySet<DeclarationId> {
  const chosen = [...declarations.values()].filter(
    (declaration) =>
      declaration.kind === "union" &&
      declaration.discriminator === undefined &&
      unionReading(declaration, declarations).kind === "by-fit",
  );
  return reachable(
    declarations,
    chosen.map(({ id }) => id),
  );
}

const ANY = ["null", "boolean", "number", "string", "array", "object"] as const;

/** The JSON types that a value of the type can have. A constant is told by its value from what is no constant. */
function jsonTypes(type: TypeExpr, declarations: Declarations, depth: number): readonly string[] {
  switch (type.kind) {
    case "literal":
      return [typeof type.value];
    case "integer":
      return ["number"];
    case "tuple":
      return ["array"];
    case "map":
      return ["object"];
    case "nullable":
      return ["null", ...jsonTypes(type.inner, declarations, depth)];
    case "unknown":
      return ANY;
    case "never":
      return [];
    case "ref": {
      const target = declarations.get(type.target);
      if (target?.kind === "object") return ["object"];
      if (target?.kind === "enum") return [target.base === "string" ? "string" : "number"];
      if (target === undefined || depth > 20) return ANY;
      return [...new Set(declarationTypes(target).flatMap((inner) => jsonTypes(inner, declarations, depth + 1)))];
    }
    default:
      return [type.kind];
  }
}

interface Rank {
  /** Narrow types come first. */
  readonly type: number;
  readonly requiredKeys: number;
  readonly isOpen: boolean;
}

function compareRanks(left: Rank, right: Rank): number {
  return left.type - right.type || right.requiredKeys - left.requiredKeys || Number(left.isOpen) - Number(right.isOpen);
}

const TYPE_ORDER = ["literal", "null", "boolean", "integer", "number", "enum", "string", "tuple", "array"] as const;

function rankOf(type: TypeExpr, declarations: Declarations): Rank {
  const rank = { requiredKeys: 0, isOpen: false };
  const at = (kind: (typeof TYPE_ORDER)[number]): Rank => ({ ...rank, type: TYPE_ORDER.indexOf(kind) });
  const afterAll = TYPE_ORDER.length;
  switch (type.kind) {
    case "ref":
      return declarationRank(declarations.get(type.target), declarations);
    case "nullable":
      return rankOf(type.inner, declarations);
    case "map":
      return { ...rank, type: afterAll + 1 };
    case "unknown":
    case "never":
      return { ...rank, type: afterAll + 3 };
    default:
      return at(type.kind);
  }
}

function declarationRank(declaration: Declaration | undefined, declarations: Declarations): Rank {
  const rank = { requiredKeys: 0, isOpen: false };
  const afterAll = TYPE_ORDER.length;
  switch (declaration?.kind) {
    case "object": {
      const required = declaration.properties.filter(({ presence }) => presence === "required");
      const isOpen = otherKeys(declaration) !== undefined;
      return { ...rank, type: afterAll, requiredKeys: required.length, isOpen };
    }
    case "enum":
      return { ...rank, type: TYPE_ORDER.indexOf("enum") };
    case "alias":
      return rankOf(declaration.type, declarations);
    default:
      return { ...rank, type: afterAll + 2 };
  }
}
