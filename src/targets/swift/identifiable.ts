import type { Declaration, Property } from "../../ir/types.js";
import { swiftType, withConstants } from "./swift-types.js";
import type { TranslationContext } from "./translation-context.js";

/** Whether an object's required `id` identifies it: a text, a number, or one of an enum's values, and no constant. */
export function isIdentifiable(declaration: Declaration, context: TranslationContext): boolean {
  if (declaration.kind !== "object" || context.shared.canonical(declaration.id) !== declaration.id) return false;
  const names = context.source.declared.members(declaration.id);
  const id = declaration.properties.find(({ wireName }) => names.get(wireName) === "id");
  return id !== undefined && id.presence === "required" && id.deprecated === undefined && isScalar(id, context);
}

function isScalar({ type }: Property, { source }: TranslationContext): boolean {
  const named = withConstants(type, source);
  if (named.kind === "ref") return source.declarations.get(named.target)?.kind === "enum" || isPlain(named, source);
  return named.kind !== "literal" && isPlain(named, source);
}

function isPlain(...[type, source]: Parameters<typeof swiftType>): boolean {
  return ["string", "int", "double"].includes(swiftType(type, source).kind);
}
