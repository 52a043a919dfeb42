import type { ObjectDeclaration, Property } from "../../ir/types.js";
import { constraintNote } from "./constraint-notes.js";
import { extraKeys } from "./extra-keys.js";
import { headingLines } from "./heading.js";
import { memberwiseInitializer } from "./initializer.js";
import { fits, listView } from "./layout.js";
import { swiftLiteral, swiftStringLiteral } from "./literals.js";
import { createNameScope, type NameScope } from "./name-scope.js";
import { escapeKeyword } from "./names.js";
import { tallLines } from "./property-layout.js";
import { propertyRead, propertyTypeText } from "./property-reading.js";
import { swiftType, withConstants } from "./swift-types.js";
import type { TranslationContext } from "./translation-context.js";
import type { DeclarationView, ListView, PropertyView, StructView } from "./view-model.js";

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
  const scope = createNameScope([...path, ...names.values()]);
  const members = { declaration, place, names, scope };
  const present = declaration.properties.filter(isPresent);
  const properties = present.map((property, index) => propertyView(property, index, members));
  const extra = extraKeys(declaration, { scope, place });
  return {
    lead: headingLines({
      notes: [declaration.doc],
      deprecated: declaration.deprecated,
      warns: !context.used.has(declaration.id),
      names: [...names.values()],
      depth: path.length - 1,
    }),
    name: path.at(-1) ?? "",
    properties,
    initializer: memberwiseInitializer({ properties, extra, depth: path.length, access: context.options.access }),
    extra,
    knownKeys: context.told.has(declaration.id) && extra === undefined ? keyList(declaration, path.length) : undefined,
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
    depth: path.length,
  });
  const view = {
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
  const tall = tallLines(view, context.options.access, path.length);
  return { ...view, lead, spaced: lead.length > 0 && index > 0, tall };
}

function constantOf({ type }: Property): string | undefined {
  if (type.kind === "literal") return swiftLiteral(type.value);
  return type.kind === "null" ? "JSONNull()" : undefined;
}

function propertyNotes(property: Property): readonly (string | undefined)[] {
  const fallback = property.default === undefined ? undefined : `Default: \`${JSON.stringify(property.default)}\`.`;
  return [property.doc, constraintNote(property.type), fallback];
}

function keyList(declaration: ObjectDeclaration, depth: number): ListView {
  const keys = declaration.properties.map(({ wireName }) => swiftStringLiteral(wireName));
  return listView(keys, (line) => fits(`public static var knownKeys: Set<String> { [${line},] }`, depth));
}
