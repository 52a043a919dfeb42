import type { TypeExpr } from "../type-expr.js";
import type { Property } from "../types.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import { deprecationOf, docOf } from "./annotations.js";
import { jsDocOf, type Lowering, type Place } from "./lowering.js";
import { onlyMember } from "./members.js";

/**
 * What is said of a schema in its place, beyond what the definition says that it is: its own words, else the JSDoc there,
 * else that of the one member beside null.
 */
export function notesAt(
  lowering: Lowering,
  schema: JsonSchema,
  { place, type }: { readonly place: Place; readonly type: TypeExpr },
): Pick<Property, "doc" | "deprecated"> {
  if (typeof schema === "boolean") return { doc: jsDocOf(lowering, place), deprecated: undefined };
  const definition = type.kind === "ref" ? lowering.definitions.get(type.target) : undefined;
  const known = typeof definition === "object" ? docOf(definition) : undefined;
  const own = docOf(schema);
  const member = type.kind === "nullable" ? onlyMember(lowering, schema, place) : undefined;
  return {
    doc:
      (own === known ? undefined : own) ??
      jsDocOf(lowering, place) ??
      (member === undefined ? undefined : jsDocOf(lowering, member)),
    deprecated: deprecationOf(schema),
  };
}
