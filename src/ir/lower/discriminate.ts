import { indexDeclarations } from "../graph.js";
import type { TypeExpr } from "../type-expr.js";
import type { Declaration, DeclarationId, UnionDeclaration, UnionVariant } from "../types.js";

type Tag = string | number | boolean;

type Declarations = ReadonlyMap<DeclarationId, Declaration>;

/** The constants that a type allows, if it allows nothing else. */
function tagsOfType(declarations: Declarations, type: TypeExpr): readonly Tag[] | undefined {
  if (type.kind === "literal") return [type.value];
  if (type.kind !== "ref") return undefined;
  const target = declarations.get(type.target);
  if (target?.kind === "enum" && !target.open) return target.values.map(({ value }) => value);
  return target?.kind === "alias" ? tagsOfType(declarations, target.type) : undefined;
}

/** The constants that a variant allows at one property: of an object, or of every variant of a nested union. */
function tagsAt(
  declarations: Declarations,
  type: TypeExpr,
  at: { wireName: string; depth: number },
): readonly Tag[] | undefined {
  if (type.kind !== "ref" || at.depth > 20) return undefined;
  const target = declarations.get(type.target);
  const deeper = { ...at, depth: at.depth + 1 };
  switch (target?.kind) {
    case "object": {
      const property = target.properties.find(({ wireName }) => wireName === at.wireName);
      return property?.presence === "required" ? tagsOfType(declarations, property.type) : undefined;
    }
    case "union": {
      const inner = target.variants.map((variant) => tagsAt(declarations, variant.type, deeper));
      return inner.includes(undefined) ? undefined : inner.flatMap((tags) => tags ?? []);
    }
    case "alias":
      return tagsAt(declarations, target.type, deeper);
    default:
      return undefined;
  }
}

/** Every variant's tags at one property, if they tell all variants apart. */
function tagVariants(
  declarations: Declarations,
  union: UnionDeclaration,
  wireName: string,
): readonly UnionVariant[] | undefined {
  const seen = new Set<Tag>();
  const tagged: UnionVariant[] = [];
  for (const variant of union.variants) {
    const tags = tagsAt(declarations, variant.type, { wireName, depth: 0 });
    if (tags === undefined || tags.length === 0 || tags.some((tag) => seen.has(tag))) return undefined;
    for (const tag of tags) seen.add(tag);
    tagged.push({ ...variant, tags: [...new Set(tags)] });
  }
  return tagged;
}

/** Required properties of the first variant's first object: where a discriminator can stand, in the author's order. */
function candidates(declarations: Declarations, type: TypeExpr | undefined, depth = 0): readonly string[] {
  if (type?.kind !== "ref" || depth > 20) return [];
  const target = declarations.get(type.target);
  if (target?.kind === "object")
    return target.properties.filter(({ presence }) => presence === "required").map(({ wireName }) => wireName);
  if (target?.kind === "union") return candidates(declarations, target.variants[0]?.type, depth + 1);
  return target?.kind === "alias" ? candidates(declarations, target.type, depth + 1) : [];
}

/** The property that the author names: `discriminator: "type"`, or OpenAPI's `discriminator: { propertyName }`. */
export function namedDiscriminator(declaration: Declaration): string | undefined {
  const option = typeof declaration.schema === "object" ? declaration.schema["discriminator"] : undefined;
  if (typeof option === "string") return option;
  const name =
    typeof option === "object" && option !== null && "propertyName" in option ? option["propertyName"] : undefined;
  return typeof name === "string" ? name : undefined;
}

function areTexts(variants: readonly UnionVariant[]): boolean {
  return variants.every(({ tags }) => tags.every((tag) => typeof tag === "string"));
}

function discriminate(declarations: Declarations, union: UnionDeclaration): UnionDeclaration {
  const named = namedDiscriminator(union);
  const names = [...(named === undefined ? [] : [named]), ...candidates(declarations, union.variants[0]?.type)];
  const found = names.flatMap((wireName) => {
    const variants = tagVariants(declarations, union, wireName);
    return variants === undefined ? [] : [{ wireName, variants }];
  });
  const best =
    found.find(({ wireName }) => wireName === named) ?? found.find(({ variants }) => areTexts(variants)) ?? found[0];
  return best === undefined ? union : { ...union, variants: best.variants, discriminator: { wireName: best.wireName } };
}

/**
 * Finds each union's discriminator: a property that every variant requires and whose constants differ between all of
 * them. The author's own choice comes first, then text before numbers and booleans, then the first property.
 */
export function discriminateUnions(declarations: readonly Declaration[]): readonly Declaration[] {
  const index = indexDeclarations(declarations);
  return declarations.map((declaration) =>
    declaration.kind === "union" ? discriminate(index, declaration) : declaration,
  );
}
