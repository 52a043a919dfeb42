import type { Property, UnionDeclaration, UnionVariant } from "../../ir/types.js";
import { swiftLiteral, swiftStringLiteral } from "./literals.js";
import { swiftType, withConstants } from "./swift-types.js";
import type { TranslationContext } from "./translation-context.js";
import type { TypeWriter } from "./type-writer.js";
import type { ShapeView } from "./view-model.js";

/** What shapes are written with: the types of a place. */
export interface ShapeSource {
  readonly context: TranslationContext;
  readonly writer: TypeWriter;
}

/** What an object declares. `others` is the Swift type of its other keys. */
export function objectShape(
  properties: readonly Property[],
  others: string | undefined,
  source: ShapeSource,
): ShapeView {
  const fields = properties.map((declared) => fieldText(declared, source));
  return { element: "WireField", parts: listText(fields), call: `object(shapeParts, others: ${metatype(others)})` };
}

function fieldText(declared: Property, { context, writer }: ShapeSource): string {
  const type = withConstants(declared.type, context.source);
  const key = swiftStringLiteral(declared.wireName);
  const isRequired = declared.presence === "required";
  if (type.kind === "literal") {
    return `.constant(${key}, ${swiftLiteral(type.value)}${isRequired ? "" : ", required: false"})`;
  }
  return `.${declared.presence}(${key}, ${writer.text(swiftType(type, context.source))}.self)`;
}

/** What a tuple declares, from the texts of its types. */
export function tupleShape(elements: readonly string[], required: number, rest: string | undefined): ShapeView {
  const parts = listText(elements.map(metatype));
  return {
    element: "any WireCodable.Type",
    parts,
    call: `tuple(shapeParts, required: ${required}, rest: ${metatype(rest)})`,
  };
}

/** The variants of a union by tag. */
export function taggedShape(
  { variants, discriminator }: UnionDeclaration,
  open: boolean,
  source: ShapeSource,
): ShapeView {
  const tags = variants.map(
    (variant) => `WireTag([${variant.tags.map(swiftLiteral).join(", ")}], ${variantText(variant, source)}.self)`,
  );
  const key = swiftStringLiteral(discriminator?.wireName ?? "");
  return { element: "WireTag", parts: listText(tags), call: `tagged(${key}, shapeParts, open: ${open})` };
}

/** The variants of a union without tags, in the order in which they are thought of. */
export function untaggedShape(order: readonly UnionVariant[], open: boolean, source: ShapeSource): ShapeView {
  const choices = order.map((variant) =>
    variant.type.kind === "literal"
      ? `.constant(${swiftLiteral(variant.type.value)})`
      : `.type(${variantText(variant, source)}.self)`,
  );
  return { element: "WireChoice", parts: listText(choices), call: `untagged(shapeParts, open: ${open})` };
}

function variantText({ type }: UnionVariant, { context, writer }: ShapeSource): string {
  return writer.text(swiftType(type, context.source));
}

function metatype(type: string | undefined): string {
  return type === undefined ? "nil" : `${type}.self`;
}

function listText(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}
