import type {
  Declaration,
  Deprecation,
  EnumDeclaration,
  ObjectDeclaration,
  Property,
  Protocol,
  UnionDeclaration,
} from "../../../ir/types.js";
import { stableJson } from "../../../support/stable-json.js";
import { constraintRemarks } from "../constraint-remarks.js";
import { docComment } from "../doc-comment.js";
import { printAlias, printMember } from "../layout/print-type.js";
import { printFlat } from "../layout/print-flat.js";
import { literal, propertyKey } from "../literals.js";
import type { TypeNames } from "../names.js";
import { isInline } from "./is-inline.js";
import { translateDeclaration, translateType } from "./translate-type.js";
import { createTypeScope, type TypeScope } from "./type-scope.js";
import type { DeclarationView, MemberView, TypesView } from "./types-view.js";

/** Translates every declaration that has a name of its own into an interface or an alias. */
export function translateTypes(protocol: Protocol, names: TypeNames): TypesView {
  const scope = createTypeScope(protocol, names);
  const named = protocol.declarations.filter((declaration) => !isInline(declaration, scope));
  return { declarations: named.map((declaration) => declarationView(declaration, scope)) };
}

function declarationView(declaration: Declaration, scope: TypeScope): DeclarationView {
  const name = scope.names.get(declaration.id) ?? declaration.id;
  const comment = docComment({
    prose: declaration.doc,
    remarks: declarationRemarks(declaration, scope),
    tags: deprecatedTag(declaration.deprecated),
  });
  if (declaration.kind !== "object") {
    const alias = printAlias(name, translateDeclaration(declaration, scope));
    return { comment, alias, opening: undefined, members: [] };
  }
  const members = declaration.properties.map((property) => memberView(property, scope));
  const opening = `export interface ${name} {${members.length === 0 ? "}" : ""}`;
  return { comment, alias: undefined, opening, members };
}

function memberView(property: Property, scope: TypeScope): MemberView {
  const key = `${propertyKey(property.wireName)}${property.presence === "optional" ? "?" : ""}`;
  const defaultTag = property.default === undefined ? [] : [`@default ${stableJson(property.default)}`];
  const comment = docComment({
    prose: property.doc,
    remarks: [...constraintRemarks(property.type), ...inlineRemarks(property, scope)],
    tags: [...defaultTag, ...deprecatedTag(property.deprecated)],
  });
  return { comment, text: printMember(key, translateType(property.type, scope)) };
}

function deprecatedTag(deprecated: Deprecation | undefined): readonly string[] {
  return deprecated === undefined ? [] : [`@deprecated ${deprecated.reason ?? ""}`];
}

function declarationRemarks(declaration: Declaration, scope: TypeScope): readonly string[] {
  switch (declaration.kind) {
    case "alias":
      return constraintRemarks(declaration.type);
    case "enum":
      return valueRemarks(declaration);
    case "object":
      return otherKeyRemarks(declaration, scope);
    case "union":
      return variantRemarks(declaration, scope);
  }
}

function variantRemarks({ variants }: UnionDeclaration, scope: TypeScope): readonly string[] {
  return variants.flatMap(({ type, doc, deprecated }) => noted(printFlat(translateType(type, scope)), doc, deprecated));
}

/** Constants that are written out at a property have no place but its comment for what is said of them. */
function inlineRemarks({ type }: Property, scope: TypeScope): readonly string[] {
  const inner = type.kind === "nullable" ? type.inner : type;
  const target = inner.kind === "ref" ? scope.declarations.get(inner.target) : undefined;
  return target?.kind === "enum" && target.origin !== undefined ? valueRemarks(target) : [];
}

function valueRemarks({ values }: EnumDeclaration): readonly string[] {
  return values.flatMap(({ value, doc, deprecated }) => noted(literal(value), doc, deprecated));
}

/** What is said of one member of a type, as a line of a list. */
function noted(code: string, doc: string | undefined, deprecated: Deprecation | undefined): readonly string[] {
  if (doc === undefined && deprecated === undefined) return [];
  const old = deprecated === undefined ? undefined : `Deprecated. ${deprecated.reason ?? ""}`.trimEnd();
  return [`- \`${code}\`: ${[doc, old].filter((text) => text !== undefined).join(" ")}`];
}

/** TypeScript cannot type the keys that are left beside named ones, so the comment says what they hold. */
function otherKeyRemarks({ additional, patterns }: ObjectDeclaration, scope: TypeScope): readonly string[] {
  const matching = patterns.map(
    ({ pattern, type }) => `Keys that match \`${pattern}\`: \`${printFlat(translateType(type, scope))}\`.`,
  );
  if (additional.kind !== "typed") return matching;
  return [...matching, `Any other key: \`${printFlat(translateType(additional.type, scope))}\`.`];
}
