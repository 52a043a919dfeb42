import type { TypeExpr } from "../../src/ir/type-expr.js";
import type { Declaration, DeclarationId, ObjectDeclaration } from "../../src/ir/types.js";
import type { JsonValue } from "../../src/support/json.js";
import { isJsonArray, isJsonObject } from "../../src/support/json.js";

type Declarations = ReadonlyMap<DeclarationId, Declaration>;

function acceptsObject(declarations: Declarations, object: ObjectDeclaration, value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const known = new Set(object.properties.map(({ wireName }) => wireName));
  const extras = Object.keys(value).filter((key) => !known.has(key));
  const { additional } = object;
  return (
    object.properties.every(({ wireName, type, presence }) => {
      const item = Object.hasOwn(value, wireName) ? value[wireName] : undefined;
      return item === undefined ? presence === "optional" : acceptsType(declarations, type, item);
    }) &&
    extras.every((key) => {
      const patterns = object.patterns.filter(({ pattern }) => new RegExp(pattern, "u").test(key));
      if (patterns.length > 0) return patterns.every(({ type }) => acceptsType(declarations, type, value[key] ?? null));
      return additional.kind === "typed"
        ? acceptsType(declarations, additional.type, value[key] ?? null)
        : additional.kind === "open";
    })
  );
}

function acceptsDeclaration(declarations: Declarations, declaration: Declaration, value: JsonValue): boolean {
  switch (declaration.kind) {
    case "object":
      return acceptsObject(declarations, declaration, value);
    case "enum": {
      const isBase = declaration.base === "string" ? typeof value === "string" : typeof value === "number";
      return isBase && (declaration.open || declaration.values.some((known) => known.value === value));
    }
    case "union": {
      const { discriminator, variants } = declaration;
      const tag = discriminator !== undefined && isJsonObject(value) ? value[discriminator.wireName] : undefined;
      const chosen =
        discriminator === undefined ? variants : variants.filter(({ tags }) => tags.some((known) => known === tag));
      return chosen.some(({ type }) => acceptsType(declarations, type, value));
    }
    case "alias":
      return acceptsType(declarations, declaration.type, value);
  }
}

/**
 * Whether a value is one of a static type, constraints aside: what a language can hold, told from the IR alone. Every
 * value that a schema accepts must be one of its type; a discriminator must choose a variant that holds the value.
 */
export function acceptsType(declarations: Declarations, type: TypeExpr, value: JsonValue): boolean {
  switch (type.kind) {
    case "string":
    case "number":
    case "boolean":
      return typeof value === type.kind;
    case "integer":
      return typeof value === "number" && Number.isInteger(value);
    case "null":
      return value === null;
    case "literal":
      return value === type.value;
    case "unknown":
      return true;
    case "never":
      return false;
    case "array":
      return isJsonArray(value) && value.every((item) => acceptsType(declarations, type.items, item));
    case "tuple":
      return (
        isJsonArray(value) &&
        value.length >= type.required &&
        value.every((item, index) => {
          const element = type.elements[index] ?? type.rest;
          return element !== undefined && acceptsType(declarations, element, item);
        })
      );
    case "map": {
      const pattern = type.keyPattern === undefined ? undefined : new RegExp(type.keyPattern, "u");
      return (
        isJsonObject(value) &&
        Object.entries(value).every(
          ([key, item]) => pattern?.test(key) === false || acceptsType(declarations, type.values, item),
        )
      );
    }
    case "nullable":
      return value === null || acceptsType(declarations, type.inner, value);
    case "ref": {
      const target = declarations.get(type.target);
      return target !== undefined && acceptsDeclaration(declarations, target, value);
    }
  }
}
