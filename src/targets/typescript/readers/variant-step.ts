import type { UnionDeclaration, UnionVariant } from "../../../ir/types.js";

const STEP = /\.(anyOf|oneOf)\[(\d+)\]$/;

/** Where a variant stands in its union's schema, as part of a schema path. For example `/anyOf/1`. */
export function variantStep({ variants }: UnionDeclaration, variant: UnionVariant): string {
  const [, keyword, index] = STEP.exec(variant.source) ?? [];
  return keyword === undefined || index === undefined ? `/anyOf/${variants.indexOf(variant)}` : `/${keyword}/${index}`;
}
