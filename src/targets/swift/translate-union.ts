import type { UnionDeclaration, UnionVariant } from "../../ir/types.js";
import { type UnionReading, unionReading } from "../shared/union-reading.js";
import { headingLines } from "./heading.js";
import { swiftLiteral, swiftStringLiteral } from "./literals.js";
import { escapeKeyword, swiftMemberName } from "./names.js";
import { taggedShape, untaggedShape } from "./shape.js";
import { swiftType } from "./swift-types.js";
import type { TranslationContext } from "./translation-context.js";
import type { TypeWriter } from "./type-writer.js";
import type { AttemptView, DeclarationView, TagView, UnionCaseView, UnionView } from "./view-model.js";

/** Where a union stands. */
export interface UnionPlace {
  readonly path: readonly string[];
  readonly nested: readonly DeclarationView[];
  readonly context: TranslationContext;
}

/** A union as an enum: a case per variant, told apart by the tag where there is one, else by trying. */
export function unionView(declaration: UnionDeclaration, { path, nested, context }: UnionPlace): UnionView {
  const names = context.caseNames(declaration);
  const writer = context.writer.inside(path);
  const cases = declaration.variants.map((variant, index) =>
    variantView(variant, { name: names[index] ?? "", writer, context }),
  );
  const isOpen = !context.closed.has(declaration.id);
  const reading = unionReading(declaration, context.source.declarations);
  const isTagged = declaration.discriminator !== undefined;
  return {
    lead: headingLines({
      notes: [declaration.doc],
      deprecated: declaration.deprecated,
      warns: !context.used.has(declaration.id),
      names,
    }),
    name: path.at(-1) ?? "",
    indirect: context.recursion.unions.has(declaration.id),
    cases,
    tag: tagView(declaration),
    attempts: isTagged ? [] : attempts(declaration, cases, reading),
    chosen: reading.kind === "by-fit",
    shape: context.shaped.has(declaration.id)
      ? isTagged
        ? taggedShape(declaration, isOpen, { context, writer })
        : untaggedShape(reading.order, isOpen, { context, writer })
      : undefined,
    open: isOpen,
    nested,
  };
}

interface VariantPlace {
  readonly name: string;
  readonly writer: TypeWriter;
  readonly context: TranslationContext;
}

function variantView(variant: UnionVariant, { name, writer, context }: VariantPlace): UnionCaseView {
  const constant = variant.type.kind === "literal" ? swiftLiteral(variant.type.value) : undefined;
  return {
    lead: headingLines({ notes: [variant.doc], deprecated: variant.deprecated, warns: false, names: [] }),
    name: escapeKeyword(name),
    type: constant === undefined ? writer.text(swiftType(variant.type, context.source)) : undefined,
    constant,
    tags: variant.tags.map(swiftLiteral).join(", "),
  };
}

function tagView({ discriminator, variants }: UnionDeclaration): TagView | undefined {
  if (discriminator === undefined) return undefined;
  const isText = variants.every(({ tags }) => tags.every((tag) => typeof tag === "string"));
  return {
    key: swiftStringLiteral(discriminator.wireName),
    label: discriminator.wireName === "raw" ? "tag" : escapeKeyword(swiftMemberName(discriminator.wireName)),
    type: isText ? "String" : "JSONValue",
    read: isText ? "tag" : "anyTag",
  };
}

function attempts(
  { variants }: UnionDeclaration,
  cases: readonly UnionCaseView[],
  { order }: UnionReading,
): readonly AttemptView[] {
  return order.flatMap((variant, index) => {
    const view = cases[variants.indexOf(variant)];
    if (view === undefined) return [];
    const { name, type, constant } = view;
    return [{ start: index === 0 ? "if" : "} else if", index, name, type, constant }];
  });
}
