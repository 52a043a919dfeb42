import type { AliasDeclaration, Declaration, DeclarationId } from "../../ir/types.js";
import { constraintNote } from "./constraint-notes.js";
import type { DeclaredTuple } from "./declared-types.js";
import { headingLines } from "./heading.js";
import { fits } from "./layout.js";
import { swiftType } from "./swift-types.js";
import { enumView } from "./translate-enum.js";
import { structView } from "./translate-object.js";
import { tupleView } from "./translate-tuple.js";
import { unionView } from "./translate-union.js";
import type { TranslationContext } from "./translation-context.js";
import type { AliasView, DeclarationView } from "./view-model.js";

const NOTHING: DeclarationView = {
  struct: undefined,
  enumeration: undefined,
  union: undefined,
  alias: undefined,
  tuple: undefined,
};

function nestedViews(owner: DeclarationId, context: TranslationContext): readonly DeclarationView[] {
  return context.source.declared.nested(owner).map((child) => childView(child, context));
}

/** A declaration or tuple with everything that is nested in it. */
export function childView(child: Declaration | DeclaredTuple, context: TranslationContext): DeclarationView {
  return isTuple(child) ? { ...NOTHING, tuple: tupleView(child, context) } : declarationView(child, context);
}

/** The Swift name of a type at the top level. */
export function topLevelName(child: Declaration | DeclaredTuple, context: TranslationContext): string {
  return (isTuple(child) ? child : context.source.declared.of(child.id)).path.join(".");
}

function declarationView(declaration: Declaration, context: TranslationContext): DeclarationView {
  const { path } = context.source.declared.of(declaration.id);
  const canonical = context.shared.canonical(declaration.id);
  if (canonical !== declaration.id) return { ...NOTHING, alias: sharedView(canonical, path, context) };
  const nested = nestedViews(declaration.id, context);
  switch (declaration.kind) {
    case "object":
      return { ...NOTHING, struct: structView(declaration, { path, nested, context }) };
    case "enum":
      return { ...NOTHING, enumeration: enumView(declaration, path, context) };
    case "union":
      return { ...NOTHING, union: unionView(declaration, { path, nested, context }) };
    case "alias":
      return { ...NOTHING, alias: aliasView(declaration, path, context) };
  }
}

function aliasView(declaration: AliasDeclaration, path: readonly string[], context: TranslationContext): AliasView {
  const name = path.at(-1) ?? "";
  const type = context.writer.text(swiftType(declaration.type, context.source));
  return {
    lead: headingLines({
      notes: [declaration.doc, constraintNote(declaration.type)],
      deprecated: declaration.deprecated,
      warns: !context.used.has(declaration.id),
      names: [],
      depth: 0,
    }),
    name,
    type,
    tall: isTallAlias({ name, type }, 0, context),
    recursive: context.recursion.aliases.has(declaration.id),
  };
}

function isTallAlias(
  { name, type }: Pick<AliasView, "name" | "type">,
  depth: number,
  { options }: TranslationContext,
): boolean {
  return !fits(`${options.access}typealias ${name} = ${type}`, depth);
}

/** Another name for a shape that is written out in another place. */
function sharedView(canonical: DeclarationId, path: readonly string[], context: TranslationContext): AliasView {
  const writer = context.writer.inside(path.slice(0, -1));
  const type = writer.reference(context.source.declared.of(canonical));
  const name = path.at(-1) ?? "";
  return { lead: [], name, type, tall: isTallAlias({ name, type }, path.length - 1, context), recursive: false };
}

function isTuple(child: Declaration | DeclaredTuple): child is DeclaredTuple {
  return "path" in child;
}
