import type { TypeExpr } from "../../ir/type-expr.js";
import type { Declaration, DeclarationId, UnionDeclaration, UnionVariant } from "../../ir/types.js";

/** One try at reading a union without tags. `exact` refuses keys and values that the variant does not know. */
export interface Attempt {
  readonly variant: UnionVariant;
  readonly exact: boolean;
}

type Declarations = ReadonlyMap<DeclarationId, Declaration>;

/**
 * The order in which to try a union's variants: constants, then by JSON type from the narrowest, among objects the one
 * with the most required keys first. What nothing takes exactly is then tried loosely, as a newer server's value of a
 * known variant.
 */
export function attemptOrder({ variants }: UnionDeclaration, declarations: Declarations): readonly Attempt[] {
  const ranked = variants
    .map((variant, index) => ({ variant, index, rank: rankOf(variant.type, declarations) }))
    .toSorted((left, right) => compareRanks(left.rank, right.rank) || left.index - right.index);
  return [
    ...ranked.map(({ variant }) => ({ variant, exact: true })),
    ...ranked.filter(({ rank }) => rank.isLoose).map(({ variant }) => ({ variant, exact: false })),
  ];
}

interface Rank {
  /** Narrow types come first. */
  readonly type: number;
  readonly requiredKeys: number;
  readonly isOpen: boolean;
  /** Whether a value may belong to the variant without being one that this version knows. */
  readonly isLoose: boolean;
}

function compareRanks(left: Rank, right: Rank): number {
  return left.type - right.type || right.requiredKeys - left.requiredKeys || Number(left.isOpen) - Number(right.isOpen);
}

const TYPE_ORDER = ["literal", "null", "boolean", "integer", "number", "enum", "string", "tuple", "array"] as const;

function rankOf(type: TypeExpr, declarations: Declarations): Rank {
  const rank = { requiredKeys: 0, isOpen: false, isLoose: false };
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
  const rank = { requiredKeys: 0, isOpen: false, isLoose: true };
  const afterAll = TYPE_ORDER.length;
  switch (declaration?.kind) {
    case "object": {
      const required = declaration.properties.filter(({ presence }) => presence === "required");
      const isOpen = declaration.additional.kind !== "closed";
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
