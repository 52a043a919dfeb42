import type { UnionDeclaration, UnionVariant } from "../../ir/types.js";
import { attemptOrder, closedVariants } from "../shared/union-attempts.js";
import { headingLines } from "./heading.js";
import { swiftLiteral, swiftStringLiteral } from "./literals.js";
import { escapeKeyword, swiftMemberName } from "./names.js";
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
  const tries = declaration.discriminator === undefined ? attempts(declaration, cases, context) : [];
  const rivals = closedVariants(declaration, context.source.declarations).map(
    (type) => `${writer.text(swiftType(type, context.source))}.self`,
  );
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
    attempts: tries,
    rivals: tries.some(({ guarded }) => guarded) ? rivals.join(", ") : undefined,
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
  declaration: UnionDeclaration,
  cases: readonly UnionCaseView[],
  context: TranslationContext,
): readonly AttemptView[] {
  const closed = closedVariants(declaration, context.source.declarations);
  return attemptOrder(declaration, context.source.declarations).flatMap(({ variant, exact }, position) => {
    const view = cases[declaration.variants.indexOf(variant)];
    if (view === undefined) return [];
    return [
      {
        start: position === 0 ? "if" : "} else if",
        name: view.name,
        read: exact ? "exactly" : "loosely",
        type: view.type,
        constant: view.constant,
        guarded: !exact && closed.length > 1 && closed.includes(variant.type),
      },
    ];
  });
}
