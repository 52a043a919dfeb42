import type { LiteralType, TypeExpr } from "../../../src/ir/type-expr.js";
import type { Declaration, DeclarationId } from "../../../src/ir/types.js";
import type { JsonValue } from "../../../src/support/json.js";

type Declarations = ReadonlyMap<DeclarationId, Declaration>;

/**
 * Values that a place of this type has to refuse: of another JSON type, null, or another constant. Empty where anything
 * goes, and for untagged unions, which keep what no variant takes.
 */
export function wrongValues(type: TypeExpr, declarations: Declarations): readonly JsonValue[] {
  switch (type.kind) {
    case "unknown":
    case "never":
      return [];
    case "nullable":
      return wrongValues(type.inner, declarations).filter((value) => value !== null);
    case "ref":
      return wrongDeclared(declarations.get(type.target), declarations);
    case "null":
      return [0, "null"];
    case "literal":
      return [null, ...wrongConstants(type)];
    case "string":
      return [null, 42, { text: "text" }];
    case "integer":
      return [null, "1", 0.5, true];
    case "number":
      return [null, "1", false];
    case "boolean":
      return [null, 0, "true"];
    case "array":
    case "tuple":
      return [null, {}, "text"];
    case "map":
      return [null, [], 1];
  }
}

function wrongDeclared(declaration: Declaration | undefined, declarations: Declarations): readonly JsonValue[] {
  switch (declaration?.kind) {
    case "object":
      return [null, [], "text"];
    case "enum":
      return declaration.base === "string" ? [null, 42, ["text"]] : [null, "1"];
    case "union":
      return declaration.discriminator === undefined ? [] : [null, [], "text"];
    case "alias":
      return wrongValues(declaration.type, declarations);
    default:
      return [];
  }
}

function wrongConstants({ value }: LiteralType): readonly JsonValue[] {
  if (typeof value === "string") return [`${value}x`, [value]];
  return typeof value === "number" ? [value + 1, String(value)] : [!value, String(value)];
}
