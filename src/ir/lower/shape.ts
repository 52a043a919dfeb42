import type { TypeExpr } from "../type-expr.js";
import type { EnumDeclaration, ObjectDeclaration, UnionDeclaration } from "../types.js";

/** What is particular to one kind of declaration: all that `DeclarationBase` does not have. */
type Particular<D> = Omit<D, "id" | "origin" | "doc" | "deprecated" | "schema" | "uses">;

/** What a schema says, before it is known whether it gets a declaration of its own. */
export type Shape = Structure | TypeExpr;

/** A shape that needs a declaration: the same thing nested in an object is hoisted, registered it is the definition. */
export type Structure = Particular<ObjectDeclaration> | Particular<EnumDeclaration> | Particular<UnionDeclaration>;

/** Whether a shape needs a declaration. */
export function isStructure(shape: Shape): shape is Structure {
  return shape.kind === "object" || shape.kind === "enum" || shape.kind === "union";
}
