import { type JsonSchema, isOpen } from "../../json-schema/schema.js";
import { mergeAllOf } from "./merge-all-of.js";
import { definitionOf, resolveReference } from "../../json-schema/references.js";
import { isJsonArray, isJsonObject, type JsonObject } from "../../support/json.js";
import { irDiagnostics } from "../diagnostics.js";
import type { TypeExpr } from "../type-expr.js";
import { declare } from "./declare.js";
import { flattenUnion } from "./flatten-union.js";
import { lowerArray } from "./lower-array.js";
import { lowerEnum } from "./lower-enum.js";
import { lowerObject } from "./lower-object.js";
import { lowerScalar } from "./lower-scalar.js";
import { lowerUnion } from "./lower-union.js";
import type { Lowering } from "./lowering.js";
import { splitNull } from "./nullable.js";
import { definitionPlace, type Place, stepInto } from "./place.js";
import { isStructure, type Shape } from "./shape.js";

const OPEN: TypeExpr = { kind: "unknown", reason: "open" };

/** A path that grows beyond this many characters follows a pointer that leads back into itself. */
const MAX_PATH = 20_000;

/** A type that no static type can say. The construct is named, so that the summary can count it. */
function beyondTypes(construct: string): TypeExpr {
  return { kind: "unknown", reason: { construct } };
}

function nullable(inner: TypeExpr): TypeExpr {
  return inner.kind === "unknown" || inner.kind === "null" || inner.kind === "nullable"
    ? inner
    : { kind: "nullable", inner };
}

/** A schema as a type in a place: named definitions and structures become references. */
export function lowerType(lowering: Lowering, schema: JsonSchema, place: Place): TypeExpr {
  // Reserves the place in the output: a declaration stands before what is nested in it.
  if (!lowering.declarations.has(place.path)) lowering.declarations.set(place.path, undefined);
  const shape = lowerShape(lowering, schema, place);
  if (isStructure(shape)) {
    declare(lowering, { place, schema, shape });
    return { kind: "ref", target: place.path };
  }
  if (lowering.declarations.get(place.path) === undefined) lowering.declarations.delete(place.path);
  return shape;
}

/** As `lowerType`, but a nameless structure is returned instead of hoisted. */
export function lowerShape(lowering: Lowering, schema: JsonSchema, place: Place): Shape {
  if (typeof schema === "boolean") return schema ? OPEN : { kind: "never" };
  const name = lowering.names.nameOf(schema);
  if (name !== undefined) return { kind: "ref", target: name };
  return lowerNameless(lowering, schema, place);
}

/** The shape of a registered definition: what it says, or the other definition that it is. */
export function lowerDefinition(lowering: Lowering, name: string, schema: JsonSchema): Shape {
  const place = definitionPlace(name);
  if (typeof schema === "boolean") return lowerShape(lowering, schema, place);
  const identity = lowering.names.identityOf(schema);
  if (identity !== undefined && identity !== name) return { kind: "ref", target: identity };
  return lowerNameless(lowering, schema, place);
}

function lowerNameless(lowering: Lowering, schema: JsonObject, place: Place): Shape {
  if (typeof schema["$ref"] === "string") return lowerPointer(lowering, schema["$ref"], place);
  const { isNullable, rest } = splitNull(flattenUnion(schema, lowering.names), lowering.dereference);
  if (rest === undefined) return { kind: "null" };
  if (!isNullable) return lowerContent(lowering, rest, place);
  const inner = place.steps.length === 0 ? stepInto(place, { kind: "value" }) : place;
  return nullable(lowerType(lowering, rest, inner));
}

/** A reference to a definition, or to a part of one: the part is lowered where it is used. */
function lowerPointer(lowering: Lowering, ref: string, place: Place): Shape {
  const { definitions, diagnostics } = lowering;
  const target = lowering.dereference({ $ref: ref });
  const isCircle = (typeof target === "object" && target["$ref"] !== undefined) || place.path.length > MAX_PATH;
  const code =
    resolveReference(ref, definitions) === undefined ? "unresolved-ref" : isCircle ? "recursive-pointer" : undefined;
  if (code !== undefined) {
    diagnostics.report(irDiagnostics.create(code, { ref, near: undefined }, { path: place.path.slice(0, 200) }));
    return OPEN;
  }
  const name = definitionOf(ref);
  return name === undefined ? lowerShape(lowering, target, place) : { kind: "ref", target: name };
}

/** What a schema without null says. */
function lowerContent(lowering: Lowering, schema: JsonObject, place: Place): Shape {
  if (isOpen(schema)) return OPEN;
  const merged = mergeAllOf(schema, lowering.dereference);
  if (merged === undefined) return beyondTypes("allOf");
  const constants = lowerEnum(merged, lowering.dereference);
  if (constants !== undefined) return constants;
  const members = merged["anyOf"] ?? merged["oneOf"];
  const hasShape = merged["properties"] !== undefined;
  if (isJsonArray(members) && !hasShape) return lowerUnion(lowering, merged, place);
  if (isJsonArray(merged["type"])) return lowerUnion(lowering, expandTypes(merged, merged["type"]), place);
  return lowerTyped(lowering, merged, place);
}

/** `type: ["string", "number"]` as the union that it is. */
function expandTypes(schema: JsonObject, types: readonly unknown[]): JsonObject {
  const rest = Object.entries(schema).filter(([key]) => key !== "type" && key !== "description" && key !== "title");
  return { anyOf: types.flatMap((type) => (typeof type === "string" ? [{ ...Object.fromEntries(rest), type }] : [])) };
}

function lowerTyped(lowering: Lowering, schema: JsonObject, place: Place): Shape {
  const { type } = schema;
  if (type === "object" || (type === undefined && isJsonObject(schema["properties"])))
    return lowerObject(lowering, schema, place);
  if (type === "array") return lowerArray(lowering, schema, place);
  if (typeof type === "string") return lowerScalar(type, schema);
  const { not } = schema;
  if (not !== undefined && (not === true || (isJsonObject(not) && isOpen(not)))) return { kind: "never" };
  if (schema["patternProperties"] !== undefined || schema["additionalProperties"] !== undefined)
    return lowerObject(lowering, schema, place);
  if (schema["items"] !== undefined) return lowerArray(lowering, schema, place);
  return beyondTypes(Object.keys(schema).find((key) => key !== "description" && key !== "title") ?? "schema");
}
