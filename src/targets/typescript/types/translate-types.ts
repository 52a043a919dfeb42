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
import { constraintPhrases, type TypePowers } from "../../shared/constraint-phrases.js";
import { typedOtherKeys } from "../../shared/extra-keys.js";
import { docComment } from "../doc-comment.js";
import { printAlias, printFlat, printMember } from "../layout/print-type.js";
import type { TsType } from "../layout/ts-type.js";
import { literal, propertyKey } from "../literals.js";
import type { TypeNames } from "../names.js";
import { translateDeclaration, translateOtherKeys, translateType } from "./translate-type.js";
import { isConstant, isPresent, type ReadNames } from "./read-names.js";
import { createTypeScope, isInline, readingScope, type TypeScope } from "./type-scope.js";

/** What a type of TypeScript leaves for comments to say: every number is a `number`. */
const POWERS: TypePowers = { integers: false };

/** What `types.hbs` prints: every declaration in order, named, escaped and laid out. */
export interface TypesView {
  /** What a variant that is not known is called; undefined where nothing can be one. */
  readonly unknown: string | undefined;
  readonly declarations: readonly DeclarationView[];
}

/** An interface, or an alias where `alias` is set. */
export interface DeclarationView {
  /** The lines of its doc comment; empty where there is nothing to say. */
  readonly comment: readonly string[];
  /** The whole statement. For example `export type Mode = "now" | "later";`. */
  readonly alias: string | undefined;
  /** For example `export interface CronJob {`; closed on the same line where there are no members. */
  readonly opening: string | undefined;
  readonly members: readonly MemberView[];
}

/** A property. For example `agentId?: string | null;`. */
export interface MemberView {
  readonly comment: readonly string[];
  readonly text: string;
}

/**
 * Translates every declaration that has a name of its own into an interface or an alias, and into a second one for what
 * a newer peer may send where that is something else.
 */
export function translateTypes(protocol: Protocol, names: TypeNames, reads: ReadNames): TypesView {
  const scope = createTypeScope(protocol, names);
  const named = protocol.declarations.filter((declaration) => !isInline(declaration, scope));
  const reading = readingScope(scope, reads);
  return {
    unknown: reads.unknown,
    declarations: named.flatMap((declaration) => [
      declarationView(declaration, scope),
      ...(reads.differing.has(declaration.id) ? [readView(declaration, reading, names)] : []),
    ]),
  };
}

/** What is said of the type is said where it is written. */
function readView(declaration: Declaration, scope: TypeScope, names: TypeNames): DeclarationView {
  const view = declarationView(declaration, scope);
  const prose = `\`${names.get(declaration.id) ?? declaration.id}\` as a newer peer may send it.`;
  return {
    ...view,
    comment: docComment({ prose, remarks: [], tags: deprecatedTag(declaration.deprecated) }),
  };
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
  const isThere = (property: Property): boolean => scope.reads === undefined || isPresent(property);
  const others = translateOtherKeys(declaration, scope);
  const members = [
    ...declaration.properties.filter(isThere).map((property) => memberView(property, scope)),
    ...(others === undefined ? [] : [{ comment: [], text: printMember("[key: string]", others) }]),
  ];
  const opening = `export interface ${name} {${members.length === 0 ? "}" : ""}`;
  return { comment, alias: undefined, opening, members };
}

function memberView(property: Property, scope: TypeScope): MemberView {
  const key = `${propertyKey(property.wireName)}${property.presence === "optional" ? "?" : ""}`;
  const defaultTag = property.default === undefined ? [] : [`@default ${stableJson(property.default)}`];
  const comment = docComment({
    prose: property.doc,
    remarks: [...constraintPhrases(property.type, POWERS), ...inlineRemarks(property, scope)],
    tags: [...defaultTag, ...deprecatedTag(property.deprecated)],
  });
  return { comment, text: printMember(key, memberType(property, scope)) };
}

/** A constant at a property says what the object is: no newer peer has another one there. */
function memberType({ type }: Property, scope: TypeScope): TsType {
  const isWritten = scope.reads !== undefined && isConstant(type, scope.declarations);
  return translateType(type, isWritten ? scope.reads.written : scope);
}

function deprecatedTag(deprecated: Deprecation | undefined): readonly string[] {
  return deprecated === undefined ? [] : [`@deprecated ${deprecated.reason ?? ""}`];
}

function declarationRemarks(declaration: Declaration, scope: TypeScope): readonly string[] {
  switch (declaration.kind) {
    case "alias":
      return constraintPhrases(declaration.type, POWERS);
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

/** An index signature has to fit the properties too, so the comment says what exactly each other key holds. */
function otherKeyRemarks(declaration: ObjectDeclaration, scope: TypeScope): readonly string[] {
  const matching = declaration.patterns.map(
    ({ pattern, type }) => `Keys that match \`${pattern}\`: \`${printFlat(translateType(type, scope))}\`.`,
  );
  const others = typedOtherKeys(declaration);
  if (others === undefined) return matching;
  return [...matching, `Any other key: \`${printFlat(translateType(others, scope))}\`.`];
}
