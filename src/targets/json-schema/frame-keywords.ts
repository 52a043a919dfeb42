import { fragmentToken } from "../../json-schema/pointer.js";
import { referenceTo } from "../../json-schema/references.js";
import type { Declaration, Protocol, UnionDeclaration, UnionVariant } from "../../ir/types.js";
import { parseSchemaPath } from "../../schema-path/schema-path.js";
import type { JsonObject } from "../../support/json.js";

/**
 * What makes the document accept exactly the frames: `oneOf` over the frame union's variants, and a `discriminator`
 * that maps tags to them. Empty where the protocol has no frame union.
 */
export function frameKeywords(protocol: Protocol): JsonObject {
  const declarations = new Map(protocol.declarations.map((declaration) => [declaration.id, declaration]));
  const frames = protocol.frames === undefined ? undefined : declarations.get(protocol.frames.union);
  if (frames?.kind !== "union") return {};
  const variants = frames.variants.map((variant) => ({
    variant,
    pointer: variantPointer(frames, variant, variantDeclaration(variant, declarations)),
  }));
  const oneOf = variants.map(({ pointer }) => ({ $ref: pointer }));
  if (frames.discriminator === undefined) return { oneOf };
  const mapping = Object.fromEntries(
    variants.flatMap(({ variant, pointer }) => variant.tags.map((tag) => [String(tag), pointer] as const)),
  );
  return { oneOf, discriminator: { propertyName: frames.discriminator.wireName, mapping } };
}

function variantDeclaration(
  variant: UnionVariant,
  declarations: ReadonlyMap<string, Declaration>,
): Declaration | undefined {
  return variant.type.kind === "ref" ? declarations.get(variant.type.target) : undefined;
}

/** Where a variant is defined: by its registered name, else where its author wrote it inside the union's own definition. */
function variantPointer(frames: UnionDeclaration, variant: UnionVariant, declaration: Declaration | undefined): string {
  if (declaration !== undefined && declaration.origin === undefined) return referenceTo(declaration.id);
  // The variants are counted without null and what stands twice; the source still has all of them.
  const [, ...steps] = parseSchemaPath(variant.source);
  return [referenceTo(frames.id), ...steps.map((step) => fragmentToken(String(step)))].join("/");
}
