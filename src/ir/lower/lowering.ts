import type { JsonSchema } from "../../json-schema/schema.js";
import type { Dereference } from "../../json-schema/references.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { TypeExpr } from "../type-expr.js";
import type { Declaration, DeclarationId } from "../types.js";
import type { NamedSchemas } from "./named-schemas.js";
import type { Place } from "./place.js";
import type { Shape } from "./shape.js";

/** What the lowering of one registry knows and builds. */
export interface Lowering {
  readonly names: NamedSchemas;
  readonly definitions: ReadonlyMap<string, JsonSchema>;
  readonly dereference: Dereference;
  /** JSDoc by schema path, for what has no description of its own. */
  readonly docs: ReadonlyMap<string, string>;
  /** A schema as a type in a place: named definitions and structures become references. */
  readonly lowerType: (schema: JsonSchema, place: Place) => TypeExpr;
  /** As `lowerType`, but a nameless structure is returned instead of hoisted. */
  readonly lowerShape: (schema: JsonSchema, place: Place) => Shape;
  readonly diagnostics: DiagnosticCollector;
  /** In output order. `undefined` keeps the place of one that is still being lowered. */
  readonly declarations: Map<DeclarationId, Declaration | undefined>;
}
