import type { AliasDeclaration, Declaration, DeclarationId } from "../../ir/types.js";
import type { DeclaredChild, DeclaredPlace, DeclaredTuple } from "./declared-types.js";
import { headingLines } from "./heading.js";
import { isIdentifiable } from "./identifiable.js";
import { swiftType } from "./swift-types.js";
import { enumView } from "./translate-enum.js";
import { constraintNote, structView } from "./translate-object.js";
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
  namespace: undefined,
};

function nestedViews(owner: DeclarationId, context: TranslationContext): readonly DeclarationView[] {
  return context.source.declared.nested(owner).map((child) => childView(child, context));
}

/** A type of the top level with everything that is nested in it. */
export interface ModelView {
  readonly name: string;
  readonly view: DeclarationView;
  /** Those of its types that conform to `Identifiable`, which an extension outside of it has to say. */
  readonly identifiable: readonly string[];
}

/** The types of the top level, in order. */
export function modelViews(context: TranslationContext): readonly ModelView[] {
  const { declared } = context.source;
  const models = declared.nested(undefined).map((child) => ({
    name: ("path" in child ? child : declared.of(child.id)).path.join("."),
    view: childView(child, context),
    identifiable: identifiableTypes(child, context),
  }));
  const { shared } = declared;
  if (shared === undefined) return models;
  const nested = shared.children.map((child) => declarationView(child, context));
  const identifiable = shared.children.flatMap((child) => identifiableTypes(child, context));
  return [
    ...models,
    { name: shared.name, view: { ...NOTHING, namespace: { name: shared.name, nested } }, identifiable },
  ];
}

/** None inside a type that is deprecated, since the extension would be warned of it. */
function identifiableTypes(child: DeclaredChild, context: TranslationContext): readonly string[] {
  if ("path" in child || child.deprecated !== undefined) return [];
  const { declared } = context.source;
  return [
    ...(isIdentifiable(child, context) ? [declared.written(child.id).path.join(".")] : []),
    ...declared.nested(child.id).flatMap((inner) => identifiableTypes(inner, context)),
  ];
}

function childView(child: DeclaredChild, context: TranslationContext): DeclarationView {
  if (!("path" in child)) return declarationView(child, context);
  if (isTuple(child)) return { ...NOTHING, tuple: tupleView(child, context) };
  return { ...NOTHING, alias: placeView(child, context) };
}

function declarationView(declaration: Declaration, context: TranslationContext): DeclarationView {
  const { path } = context.source.declared.written(declaration.id);
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
  return {
    lead: headingLines({
      notes: [declaration.doc, constraintNote(declaration.type)],
      deprecated: declaration.deprecated,
      warns: !context.used.has(declaration.id),
      names: [],
    }),
    name: path.at(-1) ?? "",
    type: context.writer.text(swiftType(declaration.type, context.source)),
    recursive: context.recursion.aliases.has(declaration.id),
  };
}

/** The name that a shared shape has in one place. */
function placeView({ path, canonical }: DeclaredPlace, context: TranslationContext): AliasView {
  const writer = context.writer.inside(path.slice(0, -1));
  const type = writer.reference(context.source.declared.written(canonical));
  return { lead: [], name: path.at(-1) ?? "", type, recursive: false };
}

function isTuple(child: DeclaredTuple | DeclaredPlace): child is DeclaredTuple {
  return "type" in child;
}
