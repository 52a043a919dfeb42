import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { indexedPath, propertyPath, type SchemaPath } from "../../schema-path/schema-path.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import type { TypeExpr } from "../type-expr.js";
import type {
  Declaration,
  DeclarationId,
  EnumDeclaration,
  ObjectDeclaration,
  OriginStep,
  UnionDeclaration,
} from "../types.js";
import { deprecationOf, docOf } from "./annotations.js";
import type { Circles } from "./circles.js";
import type { NamedSchemas } from "./named-schemas.js";
import type { Dereference } from "../../json-schema/references.js";
import { findUses } from "./uses.js";

/** What the lowering of one registry knows and builds. */
export interface Lowering {
  readonly names: NamedSchemas;
  readonly definitions: ReadonlyMap<string, JsonSchema>;
  /** Where the author wrote a definition. */
  readonly sourceOf: (definition: string) => SchemaPath;
  readonly dereference: Dereference;
  /** JSDoc by its author's path, for what has no description of its own. */
  readonly docs: ReadonlyMap<SchemaPath, string>;
  readonly diagnostics: DiagnosticCollector;
  /** In output order. `undefined` keeps the place of one that is still being lowered. */
  readonly declarations: Map<DeclarationId, Declaration | undefined>;
  readonly circles: Circles;
}

/** A schema as its author wrote it, and where. */
export interface Written {
  readonly schema: JsonSchema;
  readonly source: SchemaPath;
}

/** A member of a union, and what its author wrote it as: parts of an intersection that was distributed over the union, too. */
export interface Member {
  readonly schema: JsonSchema;
  readonly parts: Parts;
}

/** What was written in one place: one schema, or the parts that are lowered as one. The first tells where that is. */
export type Parts = readonly [Written, ...Written[]];

/** Where a schema stands while it is lowered. */
export interface Place {
  /** The id of the declaration that may be hoisted out of it. */
  readonly id: DeclarationId;
  /** The nearest declaration around it; itself, for a registered definition. */
  readonly parent: DeclarationId;
  /** The way from the parent; empty exactly for a registered definition. */
  readonly steps: readonly OriginStep[];
  readonly parts: Parts;
  /** The members of the union that stands here, where they are not those that its author wrote. */
  readonly members?: readonly Member[];
  /** References to parts of definitions that were followed on the way here. */
  readonly followed: readonly string[];
}

/** A step to an inner schema. */
export interface Step {
  readonly to: OriginStep;
  readonly parts: Parts;
  /** What the step adds to the id, where `to` does not tell. */
  readonly id?: DeclarationId;
}

/** The place of a registered definition. */
export function definitionPlace(lowering: Lowering, name: string, schema: JsonSchema): Place {
  return { id: name, parent: name, steps: [], parts: [{ schema, source: lowering.sourceOf(name) }], followed: [] };
}

/** A step further from the same parent. For example into the items of an array. */
export function stepInto(lowering: Lowering, place: Place, { to, parts, id = stepId(place.id, to) }: Step): Place {
  const { parent, steps, followed } = place;
  return { id: freeId(lowering, id), parent, steps: [...steps, to], parts, followed };
}

/** A step out of a declaration that stands at `place` itself. For example into an object's property. */
export function stepFrom(lowering: Lowering, place: Place, step: Step): Place {
  return stepInto(lowering, { ...place, parent: place.id, steps: [] }, step);
}

function stepId(id: DeclarationId, step: OriginStep): DeclarationId {
  if (step.kind === "property") return propertyPath(id, step.wireName);
  return step.kind === "element" ? indexedPath(id, "items", step.index) : `${id}.${step.kind}`;
}

/** A property called `values` and the values of a map beside it would have one id; so would a definition called by a path. */
function freeId({ definitions, declarations }: Lowering, wanted: DeclarationId): DeclarationId {
  const isTaken = (id: DeclarationId): boolean => declarations.has(id) || definitions.has(id);
  if (!isTaken(wanted)) return wanted;
  let count = 2;
  while (isTaken(`${wanted}~${count}`)) count += 1;
  return `${wanted}~${count}`;
}

/** Where the author wrote what stands at a place. */
export function sourceAt({ parts: [first] }: { readonly parts: Parts }): SchemaPath {
  return first.source;
}

/** The JSDoc of what stands at a place: of the first part that has any. */
export function jsDocOf({ docs }: Lowering, { parts }: { readonly parts: Parts }): string | undefined {
  const documented = parts.find(({ source }) => docs.has(source));
  return documented === undefined ? undefined : docs.get(documented.source);
}

/** What is particular to one kind of declaration: all that `DeclarationBase` does not have. */
type Particular<D> = Omit<D, "id" | "source" | "origin" | "doc" | "deprecated" | "schema" | "uses">;

/** What a schema says, before it is known whether it gets a declaration of its own. */
export type Shape = Structure | TypeExpr;

/** A shape that needs a declaration: the same thing nested in an object is hoisted, registered it is the definition. */
export type Structure = Particular<ObjectDeclaration> | Particular<EnumDeclaration> | Particular<UnionDeclaration>;

/** Whether a shape needs a declaration. */
export function isStructure(shape: Shape): shape is Structure {
  return shape.kind === "object" || shape.kind === "enum" || shape.kind === "union";
}

/** Records the declaration at a place. What is no structure of its own becomes an alias. */
export function declare(lowering: Lowering, made: { place: Place; schema: JsonSchema; shape: Shape }): void {
  const { place, schema, shape } = made;
  const { id, parent, steps } = place;
  const base = {
    id,
    source: sourceAt(place),
    origin: steps.length === 0 ? undefined : { parent, steps },
    doc: (typeof schema === "object" ? docOf(schema) : undefined) ?? jsDocOf(lowering, place),
    deprecated: typeof schema === "object" ? deprecationOf(schema) : undefined,
    schema,
    uses: findUses(schema, lowering.names),
  };
  const declaration: Declaration = isStructure(shape) ? { ...base, ...shape } : { ...base, kind: "alias", type: shape };
  lowering.declarations.set(id, declaration);
}
