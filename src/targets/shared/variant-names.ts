import { innerTypes } from "../../ir/graph.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { Declaration, DeclarationId, ObjectDeclaration, UnionDeclaration, UnionVariant } from "../../ir/types.js";
import { compareCodeUnits } from "../../support/compare-code-units.js";
import { settleNames } from "./settle-names.js";

type Declarations = ReadonlyMap<DeclarationId, Declaration>;

/** What a variant can be called, before a language spells it: a constant, or words. For example `at`, `true`, `jobId`. */
export type VariantLabel = string | number | boolean;

/** The names of a union's variants in one language, in their order. */
export type VariantNames = (union: UnionDeclaration) => readonly string[];

/** How a language spells a label. Labels with the same key are one name to it. */
export interface VariantSpelling {
  readonly spell: (label: VariantLabel) => string;
  readonly key: (name: string) => string;
}

/**
 * Names the variants of unions after what tells each from the others, never after its place: by its tag or constant, by
 * the name of its registered type, by a constant or a key that no other variant has, by its JSON type. Where several
 * would have one name, none of them has it. Only variants that nothing at all tells apart are counted.
 */
export function createVariantNames(declarations: Declarations, spelling: VariantSpelling): VariantNames {
  const known = new Map<DeclarationId, readonly string[]>();
  return (union) => {
    const names = known.get(union.id) ?? nameVariants(union, declarations, spelling);
    known.set(union.id, names);
    return names;
  };
}

function nameVariants(
  { variants }: UnionDeclaration,
  declarations: Declarations,
  { spell, key }: VariantSpelling,
): readonly string[] {
  const wishes = variants.map((variant) => {
    const spelt = labelsOf(variant, variants, declarations).map(spell);
    return [...new Set(spelt.filter((name) => name !== ""))];
  });
  return counted(settleNames(wishes, key).names, key, spell);
}

/** The names, those that are still alike with a number each. */
function counted(
  names: readonly string[],
  key: (name: string) => string,
  spell: (label: VariantLabel) => string,
): readonly string[] {
  const keys = names.map((name) => key(name));
  const taken = new Set(keys.filter((name) => name !== "" && keys.indexOf(name) === keys.lastIndexOf(name)));
  return names.map((name, index) => {
    if (taken.has(keys[index] ?? "")) return name;
    const base = name === "" ? spell("variant") : name;
    let count = keys.slice(0, index).filter((other) => other === keys[index]).length + 1;
    while (taken.has(key(`${base}${count}`))) count += 1;
    taken.add(key(`${base}${count}`));
    return `${base}${count}`;
  });
}

/** What a variant can be called, the best first. */
function labelsOf(
  variant: UnionVariant,
  all: readonly UnionVariant[],
  declarations: Declarations,
): readonly VariantLabel[] {
  const { type, tags } = variant;
  const target = type.kind === "ref" ? declarations.get(type.target) : undefined;
  const registered = target !== undefined && target.origin === undefined ? [target.id] : [];
  const [tag] = tags.toSorted((left, right) => compareCodeUnits(String(left), String(right)));
  const tagged = tag === undefined || (tags.length > 1 && registered.length > 0) ? [] : [tag];
  const others = all.filter((other) => other !== variant).map((other) => other.type);
  return [...tagged, ...registered, ...contentLabels(type, others, declarations)];
}

function contentLabels(
  type: TypeExpr,
  others: readonly TypeExpr[],
  declarations: Declarations,
): readonly VariantLabel[] {
  const heldBy = (kind: TypeExpr["kind"]): readonly TypeExpr[] =>
    others.flatMap((other) => (other.kind === kind ? innerTypes(other) : []));
  switch (type.kind) {
    case "literal":
      return [type.value];
    case "nullable":
      return contentLabels(type.inner, others, declarations);
    case "array":
      return ["items", ...wrapped(contentLabels(type.items, heldBy("array"), declarations), "items")];
    case "map":
      return ["entries", ...wrapped(contentLabels(type.values, heldBy("map"), declarations), "entries")];
    case "tuple": {
      const elements = type.elements.map((element) => contentLabels(element, [], declarations)[0] ?? "value");
      return ["tuple", elements.map(String).join(" and ")];
    }
    case "ref": {
      const target = declarations.get(type.target);
      if (target?.kind === "object") return objectLabels(target, objectsOf(others, declarations), declarations);
      if (target?.kind === "alias") return contentLabels(target.type, others, declarations);
      const own = target !== undefined && target.origin === undefined ? [target.id] : [];
      return [...own, target?.kind === "enum" ? "option" : "choice"];
    }
    default:
      return [SCALARS[type.kind]];
  }
}

const SCALARS = {
  string: "text",
  number: "number",
  integer: "integer",
  boolean: "flag",
  null: "null",
  unknown: "value",
  never: "nothing",
} as const;

function wrapped(labels: readonly VariantLabel[], word: string): readonly string[] {
  return labels.map((label) => `${label} ${word}`);
}

function objectsOf(types: readonly TypeExpr[], declarations: Declarations): readonly ObjectDeclaration[] {
  return types.flatMap((type): readonly ObjectDeclaration[] => {
    if (type.kind === "nullable") return objectsOf([type.inner], declarations);
    const target = type.kind === "ref" ? declarations.get(type.target) : undefined;
    if (target?.kind === "object") return [target];
    if (target?.kind === "union")
      return objectsOf(
        target.variants.map((variant) => variant.type),
        declarations,
      );
    return target?.kind === "alias" ? objectsOf([target.type], declarations) : [];
  });
}

/**
 * A constant that no other object has at its key; a key that no other has, then one that no other requires, what is
 * required first; all keys that not every object has; all of them. The only object of a union is one by its type.
 */
function objectLabels(
  object: ObjectDeclaration,
  others: readonly ObjectDeclaration[],
  declarations: Declarations,
): readonly VariantLabel[] {
  const constants = object.properties.flatMap(({ wireName, type }) => {
    const value = constantOf(type, declarations);
    const isOwn = value !== undefined && others.every((other) => constantAt(other, wireName, declarations) !== value);
    return isOwn && others.some((other) => declares(other, wireName)) ? [value] : [];
  });
  const required = object.properties.filter(({ presence }) => presence === "required").map(({ wireName }) => wireName);
  const all = object.properties.map(({ wireName }) => wireName);
  const isOwn = (wireName: string): boolean => !others.some((other) => declares(other, wireName));
  const isNeededHere = (wireName: string): boolean => !others.some((other) => requires(other, wireName));
  const optional = others.length === 0 ? [] : all.filter(isOwn);
  const telling = [...required.filter(isOwn), ...required.filter(isNeededHere), ...optional];
  const varying = all.filter((wireName) => !others.every((other) => declares(other, wireName)));
  const sets = others.length === 0 ? ["object"] : [varying.join(" and "), all.join(" and ")];
  return [...constants, ...telling.slice(0, 1), ...sets].filter((label) => label !== "");
}

function declares({ properties }: ObjectDeclaration, name: string): boolean {
  return properties.some(({ wireName }) => wireName === name);
}

function requires({ properties }: ObjectDeclaration, name: string): boolean {
  return properties.some(({ wireName, presence }) => wireName === name && presence === "required");
}

function constantAt(object: ObjectDeclaration, name: string, declarations: Declarations): VariantLabel | undefined {
  const property = object.properties.find(({ wireName }) => wireName === name);
  return property === undefined ? undefined : constantOf(property.type, declarations);
}

function constantOf(type: TypeExpr, declarations: Declarations): VariantLabel | undefined {
  if (type.kind === "literal") return type.value;
  const target = type.kind === "ref" ? declarations.get(type.target) : undefined;
  return target?.kind === "alias" ? constantOf(target.type, declarations) : undefined;
}
