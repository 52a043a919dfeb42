import { innerTypes } from "../../ir/graph.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { Declaration, OriginStep } from "../../ir/types.js";

/** A type and the way to it from its declaration. */
export interface TypedPlace {
  readonly type: TypeExpr;
  readonly steps: readonly OriginStep[];
}

/** Every type in a declaration with the way to it, outermost first, those inside arrays, maps and the like included. */
export function typedPlaces(declaration: Declaration): readonly TypedPlace[] {
  return outerPlaces(declaration).flatMap(withInner);
}

function withInner(place: TypedPlace): readonly TypedPlace[] {
  const inner = innerTypes(place.type).flatMap((type, index) =>
    withInner({ type, steps: [...place.steps, stepInto(place.type, index)] }),
  );
  return [place, ...inner];
}

function stepInto(type: TypeExpr, index: number): OriginStep {
  switch (type.kind) {
    case "array":
      return { kind: "items" };
    case "map":
      return { kind: "values" };
    case "tuple":
      return { kind: "element", index };
    default:
      return { kind: "value" };
  }
}

function outerPlaces(declaration: Declaration): readonly TypedPlace[] {
  switch (declaration.kind) {
    case "object": {
      const extra = declaration.additional.kind === "typed" ? [declaration.additional.type] : [];
      return [
        ...declaration.properties.map(({ type, wireName }) => ({
          type,
          steps: [{ kind: "property" as const, wireName }],
        })),
        ...[...declaration.patterns.map(({ type }) => type), ...extra].map((type) => ({
          type,
          steps: [{ kind: "values" as const }],
        })),
      ];
    }
    case "union":
      return declaration.variants.map(({ type }, index) => ({ type, steps: [{ kind: "variant" as const, index }] }));
    case "alias":
      return [{ type: declaration.type, steps: [] }];
    case "enum":
      return [];
  }
}
