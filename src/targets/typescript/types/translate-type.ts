import { referencesOf } from "../../../ir/graph.js";
import { invariant, unreachable } from "../../../support/invariant.js";
import type { MapType, RefType, TupleType, TypeExpr } from "../../../ir/type-expr.js";
import type { Declaration, EnumDeclaration, ObjectDeclaration, UnionDeclaration } from "../../../ir/types.js";
import { extraTypes } from "../../shared/extra-keys.js";
import type { TsType } from "../layout/ts-type.js";
import { literal } from "../literals.js";
import { isInline, type TypeScope } from "./type-scope.js";
import { unionOf } from "./union-of.js";

const NULL: TsType = { kind: "named", text: "null" };
const UNDEFINED: TsType = { kind: "named", text: "undefined" };

/** What a type of the wire is in TypeScript. For example a nullable array of a ref → `CronJob[] | null`. */
export function translateType(type: TypeExpr, scope: TypeScope): TsType {
  switch (type.kind) {
    case "string":
    case "boolean":
    case "null":
    case "unknown":
    case "never":
      return { kind: "named", text: type.kind };
    case "number":
    case "integer":
      return { kind: "named", text: "number" };
    case "literal":
      return scope.reads === undefined ? constant(type.value) : openConstants([type.value]);
    case "array":
      if (type.constraints.maxItems === 0 && scope.reads === undefined)
        return { kind: "tuple", elements: [], required: 0, rest: undefined };
      return { kind: "array", element: translateType(type.items, scope) };
    case "tuple":
      return translateTuple(type, scope);
    case "map":
      return translateMap(type, scope);
    case "nullable":
      return unionOf([translateType(type.inner, scope), NULL]);
    case "ref":
      return translateRef(type, scope);
    default:
      return unreachable(type);
  }
}

/** Beyond so many elements, a list with an end reads better as one without. */
const MOST_ELEMENTS = 8;

/** An open end that `maxItems` closes is written out: `[number, number?]` for at most two. */
function translateTuple({ elements, required, rest, constraints }: TupleType, scope: TypeScope): TsType {
  const own = elements.map((element) => translateType(element, scope));
  const end = rest === undefined ? undefined : translateType(rest, scope);
  const { minItems = 0, maxItems = Infinity } = constraints;
  if (end === undefined || maxItems > MOST_ELEMENTS) return { kind: "tuple", elements: own, required, rest: end };
  const further = Array.from({ length: Math.max(0, maxItems - own.length) }, () => end);
  const all = [...own, ...further];
  return { kind: "tuple", elements: all, required: Math.min(minItems, all.length), rest: undefined };
}

/** The type that a declaration stands for, apart from its name. Objects are interfaces and never come here. */
export function translateDeclaration(declaration: Exclude<Declaration, { kind: "object" }>, scope: TypeScope): TsType {
  switch (declaration.kind) {
    case "enum":
      return translateEnum(declaration, scope);
    case "union":
      return translateUnion(declaration, scope);
    case "alias":
      return translateType(declaration.type, scope);
    default:
      return unreachable(declaration);
  }
}

function translateRef({ target }: RefType, scope: TypeScope): TsType {
  const declaration = scope.declarations.get(target);
  const name = scope.names.get(target);
  invariant(declaration !== undefined && name !== undefined, `${target} is declared`);
  if (declaration.kind === "object" || !isInline(declaration, scope)) return { kind: "reference", text: name };
  return translateDeclaration(declaration, scope);
}

/** What is none of the variants is kept as it came; a constant that is a variant stays one. */
function translateUnion({ variants }: UnionDeclaration, scope: TypeScope): TsType {
  const types = variants.map(({ type }) =>
    type.kind === "literal" ? constant(type.value) : translateType(type, scope),
  );
  const unknown = scope.reads?.unknown;
  return unionOf(unknown === undefined ? types : [...types, { kind: "reference", text: unknown }]);
}

/**
 * What can be read under any key of an object that types other keys than its properties; undefined where it does not.
 * TypeScript wants the properties to fit too.
 */
export function translateOtherKeys(declaration: ObjectDeclaration, scope: TypeScope): TsType | undefined {
  const { properties, patterns, additional } = declaration;
  if (patterns.length === 0 && additional.kind !== "typed") return undefined;
  const types = [...properties.map(({ type }) => type), ...extraTypes(declaration)];
  const absent = properties.some(({ presence }) => presence === "optional") ? [UNDEFINED] : [];
  return unionOf([...types.map((type) => translateType(type, scope)), ...absent]);
}

/** The values of an open enum stay suggestions: an editor offers them, and any other value of the type is accepted. */
function translateEnum({ values, open }: EnumDeclaration, scope: TypeScope): TsType {
  const all = values.map(({ value }) => value);
  return open || scope.reads !== undefined ? openConstants(all) : unionOf(all.map(constant));
}

function constant(value: string | number | boolean): TsType {
  return { kind: "named", text: literal(value) };
}

/** Constants among which there may be more, of which editors offer these. */
function openConstants(values: readonly (string | number | boolean)[]): TsType {
  const [first] = values;
  if (typeof first === "boolean") return { kind: "named", text: "boolean" };
  return unionOf([...values.map(constant), { kind: "named", text: `(${typeof first} & {})` }]);
}

/**
 * `Record` of an alias that leads back to itself does not compile, an index signature does; so `Record` is for values
 * that cannot: those without names of aliases and unions.
 */
function translateMap({ values }: MapType, scope: TypeScope): TsType {
  const translated = translateType(values, scope);
  const form = scope.recordIsTaken || namesAlias(values, scope) ? "literal" : "generic";
  return { kind: "record", values: translated, form };
}

function namesAlias(type: TypeExpr, scope: TypeScope): boolean {
  return referencesOf(type).some((id) => {
    const kind = scope.declarations.get(id)?.kind;
    return kind === "alias" || kind === "union";
  });
}
