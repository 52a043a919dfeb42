import type { TypeExpr } from "../../ir/type-expr.js";
import type { ObjectDeclaration } from "../../ir/types.js";

/** What an object's keys that are neither property nor pattern hold; undefined where there can be none. */
export function otherKeys({ additional }: ObjectDeclaration): TypeExpr | undefined {
  if (additional.kind === "closed") return undefined;
  return additional.kind === "open" ? { kind: "unknown", reason: "open" } : additional.type;
}

/** The same where the schema gives them a type. */
export function typedOtherKeys({ additional }: ObjectDeclaration): TypeExpr | undefined {
  return additional.kind === "typed" ? additional.type : undefined;
}

/** The types of all keys that are no property: those that match a pattern, then the others. */
export function extraTypes(declaration: ObjectDeclaration): readonly TypeExpr[] {
  const others = otherKeys(declaration);
  return [...declaration.patterns.map(({ type }) => type), ...(others === undefined ? [] : [others])];
}

/** Whether an object has no keys but its properties. */
export function isClosed(declaration: ObjectDeclaration): boolean {
  return extraTypes(declaration).length === 0;
}
