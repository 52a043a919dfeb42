import type { TypeExpr } from "../../ir/type-expr.js";
import type { Declaration, DeclarationId } from "../../ir/types.js";
import { invariant } from "../../support/invariant.js";
import type { DeclaredType, DeclaredTypes } from "./declared-types.js";

/** A type as Swift sees it, aliases looked through. `optional` is a value that may be null. */
export type SwiftType =
  | { readonly kind: "string" | "int" | "double" | "bool" | "json" | "null" | "never" }
  | { readonly kind: "array"; readonly items: SwiftType; readonly alias?: DeclaredType }
  | { readonly kind: "map"; readonly values: SwiftType; readonly alias?: DeclaredType }
  | { readonly kind: "optional"; readonly wrapped: SwiftType }
  | { readonly kind: "model"; readonly type: DeclaredType };

/** What types are made from. */
export interface TypeSource {
  readonly declarations: ReadonlyMap<DeclarationId, Declaration>;
  readonly declared: DeclaredTypes;
  /** Aliases that contain themselves, which become structs. */
  readonly recursiveAliases: ReadonlySet<DeclarationId>;
  /** What a second name of a second name, and so on, is in the end. */
  readonly endOf: (id: DeclarationId) => DeclarationId;
}

/** The Swift type of a place. For example a ref to a registered `NonEmptyString` is a string. */
export function swiftType(type: TypeExpr, source: TypeSource): SwiftType {
  switch (type.kind) {
    case "string":
      return { kind: "string" };
    case "integer":
      return { kind: "int" };
    case "number":
      return { kind: "double" };
    case "boolean":
      return { kind: "bool" };
    case "null":
      return { kind: "null" };
    case "never":
      return { kind: "never" };
    case "unknown":
      return { kind: "json" };
    case "literal":
      return literalType(type.value);
    case "array":
      return { kind: "array", items: swiftType(type.items, source) };
    case "map":
      return { kind: "map", values: swiftType(type.values, source) };
    case "tuple":
      return { kind: "model", type: source.declared.ofTuple(type) };
    case "nullable":
      return optional(swiftType(type.inner, source));
    case "ref":
      return referredType(type.target, source);
  }
}

/**
 * The type with constants in place of their names, so that a property can be held to them; null included. For example a
 * ref to a registered `Type.Literal("user")` becomes the constant `user`.
 */
export function withConstants(type: TypeExpr, source: TypeSource): TypeExpr {
  if (type.kind === "nullable") return { kind: "nullable", inner: withConstants(type.inner, source) };
  const target = type.kind === "ref" ? source.declarations.get(type.target) : undefined;
  if (target?.kind !== "alias" || source.recursiveAliases.has(target.id)) return type;
  const end = source.declarations.get(source.endOf(target.id));
  if (end?.kind !== "alias" || source.recursiveAliases.has(end.id)) return type;
  const named = withConstants(end.type, source);
  return named.kind === "literal" || named.kind === "null" ? named : type;
}

/** The Swift type of one constant: of its JSON type. */
function literalType(value: string | number | boolean): SwiftType {
  if (typeof value === "string") return { kind: "string" };
  if (typeof value === "boolean") return { kind: "bool" };
  return { kind: Number.isSafeInteger(value) ? "int" : "double" };
}

function optional(wrapped: SwiftType): SwiftType {
  return wrapped.kind === "optional" || wrapped.kind === "json" || wrapped.kind === "null"
    ? wrapped
    : { kind: "optional", wrapped };
}

function referredType(target: DeclarationId, source: TypeSource): SwiftType {
  const end = source.endOf(target);
  const declaration = source.declarations.get(end);
  invariant(declaration, `${target} is not declared`);
  if (declaration.kind !== "alias" || source.recursiveAliases.has(end)) {
    return { kind: "model", type: source.declared.of(end) };
  }
  const type = swiftType(declaration.type, source);
  return type.kind === "array" || type.kind === "map" ? { ...type, alias: source.declared.of(target) } : type;
}
