import type { JsonSchema } from "../../json-schema/schema.js";
import type { Declaration } from "../types.js";
import { deprecationOf, docOf } from "./annotations.js";
import type { Lowering } from "./lowering.js";
import { originOf, type Place } from "./place.js";
import { isStructure, type Shape } from "./shape.js";
import { findUses } from "./uses.js";

/** Records the declaration at a place. What is no structure of its own becomes an alias. */
export function declare(lowering: Lowering, made: { place: Place; schema: JsonSchema; shape: Shape }): void {
  const { place, schema, shape } = made;
  const base = {
    id: place.path,
    origin: originOf(place),
    doc: (typeof schema === "object" ? docOf(schema) : undefined) ?? lowering.docs.get(place.path),
    deprecated: typeof schema === "object" ? deprecationOf(schema) : undefined,
    schema,
    uses: findUses(schema, lowering.names),
  };
  const declaration: Declaration = isStructure(shape) ? { ...base, ...shape } : { ...base, kind: "alias", type: shape };
  lowering.declarations.set(place.path, declaration);
}
