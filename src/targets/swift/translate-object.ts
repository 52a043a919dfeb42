import type { TypeExpr } from "../../ir/type-expr.js";
import type { ObjectDeclaration, Property } from "../../ir/types.js";
import { constraintPhrases } from "../shared/constraint-phrases.js";
import { extraTypes, otherKeys } from "../shared/extra-keys.js";
import type { NameScope } from "../shared/name-scope.js";
import { docLines, headingLines } from "./heading.js";
import { swiftLiteral, swiftStringLiteral } from "./literals.js";
import { escapeKeyword, swiftScope } from "./names.js";
import { propertyRead, propertyTypeText } from "./property-reading.js";
import { objectShape } from "./shape.js";
import { swiftType, type TypeSource, withConstants } from "./swift-types.js";
import type { TranslationContext } from "./translation-context.js";
import type { DeclarationView, ExtraView, PropertyView, StructView } from "./view-model.js";

/** What an object's members are made with. */
export interface ObjectPlace {
  readonly path: readonly string[];
  readonly nested: readonly DeclarationView[];
  readonly context: TranslationContext;
}

/** An object as a struct with a property for each property, a memberwise initialiser and its own reading and writing. */
export function structView(declaration: ObjectDeclaration, place: ObjectPlace): StructView {
  const { context, path } = place;
  const names = context.source.declared.members(declaration.id);
  const scope = swiftScope([...path, ...names.values()]);
  const members = { declaration, place, names, scope };
  const present = declaration.properties.filter(isPresent);
  const properties = present.map((property, index) => propertyView(property, index, members));
  const extra = extraKeys(members);
  return {
    lead: headingLines({
      notes: [declaration.doc],
      deprecated: declaration.deprecated,
      warns: !context.used.has(declaration.id),
      names: [...names.values()],
    }),
    name: path.at(-1) ?? "",
    properties,
    initializer: parameters(properties, extra),
    extra,
    shape: context.shaped.has(declaration.id)
      ? objectShape(present, extra?.valueType, { context, writer: context.writer.inside(path) })
      : undefined,
    empty: context.paramsThatMayBeEmpty.has(declaration.id),
    reads: properties.length > 0 || extra !== undefined,
    nested: place.nested,
  };
}

/** A property that can only be absent is no property. */
function isPresent({ type, presence }: Property): boolean {
  return type.kind !== "never" || presence === "required";
}

interface Members {
  readonly declaration: ObjectDeclaration;
  readonly place: ObjectPlace;
  readonly names: ReadonlyMap<string, string>;
  readonly scope: NameScope;
}

function propertyView(declared: Property, index: number, members: Members): PropertyView {
  const { context, path } = members.place;
  const property = { ...declared, type: withConstants(declared.type, context.source) };
  const writer = context.writer.inside(path);
  const name = members.names.get(property.wireName) ?? "";
  const type = swiftType(property.type, context.source);
  const constant = property.presence === "required" ? constantOf(property) : undefined;
  const isBoxed = context.recursion.isBoxed(members.declaration.id, property.type);
  const isHidden = constant === undefined && (isBoxed || property.deprecated !== undefined);
  const stored = isHidden ? members.scope.take(`${name}Storage`) : escapeKeyword(name);
  const lead = headingLines({
    notes: propertyNotes(property),
    deprecated: property.deprecated,
    warns: true,
    names: [],
  });
  return {
    lead,
    spaced: lead.length > 0 && index > 0,
    name: escapeKeyword(name),
    type: propertyTypeText(property.presence, type, writer),
    key: swiftStringLiteral(property.wireName),
    constant,
    expected: property.type.kind === "null" ? "nil" : constant,
    stored,
    hidden: isHidden,
    boxed: isBoxed && isHidden,
    value: isBoxed && isHidden ? `self.${stored}.value` : `self.${stored}`,
    read: propertyRead(property, type, writer),
    omitted: property.presence === "optional",
  };
}

function constantOf({ type }: Property): string | undefined {
  if (type.kind === "literal") return swiftLiteral(type.value);
  return type.kind === "null" ? "JSONNull()" : undefined;
}

function propertyNotes(property: Property): readonly (string | undefined)[] {
  const fallback = property.default === undefined ? undefined : `Default: \`${JSON.stringify(property.default)}\`.`;
  return [property.doc, constraintNote(property.type), fallback];
}

/** What a schema says of a value beyond its Swift type, as one line of documentation. */
export function constraintNote(type: TypeExpr): string {
  return constraintPhrases(type, { integers: true }).join(" ");
}

/** What keeps the keys that are no property; undefined where the schema refuses them, so that a newer server's are dropped. */
function extraKeys({ declaration, place, scope }: Members): ExtraView | undefined {
  const { path, context } = place;
  const [type] = extraTypes(declaration);
  if (type === undefined) return undefined;
  const writer = context.writer.inside(path);
  const isMixed = hasMixedKeys(declaration, context.source);
  const valueType = isMixed ? "JSONValue" : writer.text(swiftType(type, context.source));
  return {
    lead: docLines([extraNote(declaration)]),
    name: scope.take("additionalProperties"),
    type: `[String: ${valueType}]`,
    valueType,
    empty: "[:]",
  };
}

/** Whether keys that are no property hold several types, so that they become any JSON, which the summary counts. */
export function hasMixedKeys(declaration: ObjectDeclaration, source: TypeSource): boolean {
  return new Set(extraTypes(declaration).map((type) => JSON.stringify(swiftType(type, source)))).size > 1;
}

function extraNote(declaration: ObjectDeclaration): string {
  const { patterns } = declaration;
  if (patterns.length === 0 || otherKeys(declaration) !== undefined) return "Keys that are no property above.";
  return `Keys that match ${patterns.map(({ pattern }) => `\`${pattern}\``).join(" or ")}.`;
}

/** The parameters of a memberwise initialiser: constants are not asked for, what may be absent defaults to `nil`. */
export function parameters(
  properties: readonly (Pick<PropertyView, "name" | "type" | "omitted"> & Partial<Pick<PropertyView, "constant">>)[],
  extra: Pick<ExtraView, "name" | "type" | "empty"> | undefined,
): string {
  const asked = properties.filter(({ constant }) => constant === undefined);
  return [
    ...asked.map(({ name, type, omitted }) => `${name}: ${type}${omitted ? " = nil" : ""}`),
    ...(extra === undefined ? [] : [`${extra.name}: ${extra.type} = ${extra.empty}`]),
  ].join(", ");
}
