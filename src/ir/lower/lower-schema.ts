import { propertyPath } from "../../schema-path/schema-path.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { irDiagnostics } from "../diagnostics.js";
import type { TypeExpr } from "../type-expr.js";
import type { Additional, PatternProperties, Property, UnionVariant } from "../types.js";
import { constantMembers, constantsOf, shapeOfConstants, shapeOfMembers } from "./constants.js";
import { arrayConstraints, lowerScalar, sizeConstraints } from "./constraints.js";
import { matchesEveryKey } from "./key-pattern.js";
import {
  declare,
  definitionPlace,
  isStructure,
  type Lowering,
  type Member,
  type Place,
  type Shape,
  sourceAt,
  stepFrom,
  stepInto,
} from "./lowering.js";
import { type Candidate, candidatesOf, splitNull } from "./members.js";
import { mergeAllOf, onlyReference } from "./merge-all-of.js";
import { schemaOfKey } from "../../json-schema/schema-of-key.js";
import { isOpen, type JsonSchema, schemaEntries } from "../../json-schema/schema.js";
import { notesAt } from "./notes.js";
import { definitionOf, resolveReference } from "../../json-schema/references.js";
import { innerParts, membersAt, referred, schemaOf, unionKeyword } from "./written.js";

// One recursive family: a schema is lowered to a type, its shape is an object's, a union's, …, and those hold schemas.

const OPEN: TypeExpr = { kind: "unknown", reason: "open" };

/** A type that no static type can say. The construct is named, so that the summary can count it. */
function beyondTypes(construct: string): TypeExpr {
  return { kind: "unknown", reason: { construct } };
}

function nullable(inner: TypeExpr): TypeExpr {
  return inner.kind === "unknown" || inner.kind === "null" || inner.kind === "nullable"
    ? inner
    : { kind: "nullable", inner };
}

/** A registered definition: what it says, or the other definition that it is. */
export function lowerDefinition(lowering: Lowering, name: string, schema: JsonSchema): void {
  const place = definitionPlace(lowering, name, schema);
  lowering.declarations.set(name, undefined);
  declare(lowering, { place, schema, shape: shapeOfDefinition(lowering, schema, place) });
}

function shapeOfDefinition(lowering: Lowering, schema: JsonSchema, place: Place): Shape {
  if (typeof schema === "boolean") return lowerShape(lowering, schema, place);
  const identity = lowering.names.identityOf(schema);
  if (identity !== undefined && identity !== place.id) return { kind: "ref", target: identity };
  return lowerNameless(lowering, schema, place);
}

/** A schema as a type in a place: named definitions and structures become references. */
function lowerType(lowering: Lowering, schema: JsonSchema, place: Place): TypeExpr {
  // Reserves the place in the output: a declaration stands before what is nested in it.
  if (!lowering.declarations.has(place.id)) lowering.declarations.set(place.id, undefined);
  const shape = lowerShape(lowering, schema, place);
  const isDeclared = lowering.declarations.get(place.id) !== undefined;
  if (isStructure(shape) || (lowering.circles.has(place.id) && !isDeclared)) {
    declare(lowering, { place, schema, shape });
    return { kind: "ref", target: place.id };
  }
  if (!isDeclared) lowering.declarations.delete(place.id);
  return shape;
}

/** As `lowerType`, but a nameless structure is returned instead of hoisted. */
function lowerShape(lowering: Lowering, schema: JsonSchema, place: Place): Shape {
  if (typeof schema === "boolean") return schema ? OPEN : { kind: "never" };
  const name = lowering.names.nameOf(schema);
  return name === undefined ? lowerNameless(lowering, schema, place) : { kind: "ref", target: name };
}

function lowerNameless(lowering: Lowering, schema: JsonObject, place: Place): Shape {
  if (typeof schema["$ref"] === "string") return lowerPointer(lowering, schema["$ref"], place);
  const { isNullable, rest } = splitNull(lowering, schema, place);
  if (rest === undefined) return { kind: "null" };
  if (!isNullable) return lowerContent(lowering, rest.schema, rest.place);
  if (place.steps.length > 0) return nullable(lowerType(lowering, rest.schema, rest.place));
  const { parts, members } = rest.place;
  const inner = stepInto(lowering, place, { to: { kind: "value" }, parts });
  return nullable(lowerType(lowering, rest.schema, members === undefined ? inner : { ...inner, members }));
}

/** A reference to a definition, or to a part of one: the part is lowered where it is used. */
function lowerPointer(lowering: Lowering, ref: string, place: Place): Shape {
  const target = lowering.dereference({ $ref: ref });
  const isCircle = (typeof target === "object" && target["$ref"] !== undefined) || place.followed.includes(ref);
  const leadsSomewhere = resolveReference(ref, lowering.definitions) !== undefined;
  const code = !leadsSomewhere ? "unresolved-ref" : isCircle ? "recursive-pointer" : undefined;
  if (code !== undefined) {
    lowering.diagnostics.report(irDiagnostics.create(code, { ref, near: undefined }, { path: sourceAt(place) }));
    return OPEN;
  }
  const name = definitionOf(ref);
  if (name !== undefined) return { kind: "ref", target: name };
  const written = referred(lowering, ref);
  const parts = written === undefined ? place.parts : ([written] as const);
  return lowerShape(lowering, target, { ...place, parts, followed: [...place.followed, ref] });
}

/** What a schema without null says. */
function lowerContent(lowering: Lowering, schema: JsonObject, place: Place): Shape {
  if (isOpen(schema)) return OPEN;
  const only = onlyReference(schema);
  if (only !== undefined) return lowerPointer(lowering, only, place);
  const merged = mergeAllOf(schema, lowering.dereference);
  if (merged === undefined) return beyondTypes("allOf");
  if (merged === schema) return lowerMerged(lowering, merged, place);
  const point = { key: lowering.names.exact(schema), id: place.id };
  const shape = lowering.circles.within(point, () => lowerMerged(lowering, merged, place));
  if (shape !== undefined) return shape;
  lowering.diagnostics.report(irDiagnostics.create("too-deep", {}, { path: sourceAt(place) }));
  return OPEN;
}

/** What a schema says in which no intersection is left. */
function lowerMerged(lowering: Lowering, merged: JsonObject, place: Place): Shape {
  const { type, properties } = merged;
  const keyword = properties === undefined ? unionKeyword(merged) : undefined;
  const hasConstants = merged["const"] !== undefined || merged["enum"] !== undefined;
  const constants = hasConstants ? constantsOf(lowering, { schema: merged, parts: place.parts }) : undefined;
  const constant = constants === undefined ? undefined : shapeOfConstants(constants);
  if (constant !== undefined) return constant;
  if (constants !== undefined)
    return lowerUnion(lowering, constantMembers(constants, place.parts), { place, keyword: "enum" });
  if (keyword !== undefined) return lowerUnion(lowering, membersAt(lowering, merged, place), { place, keyword });
  return isJsonArray(type)
    ? lowerUnion(lowering, expandTypes(merged, type, place), { place, keyword: "anyOf" })
    : lowerTyped(lowering, merged, place);
}

/** `type: ["string", "number"]` as the union that it is. */
function expandTypes(schema: JsonObject, types: readonly JsonValue[], { parts }: Place): readonly Member[] {
  const { type: _, description: _description, title: _title, ...rest } = schema;
  return types.flatMap((type) => (typeof type === "string" ? [{ schema: { ...rest, type }, parts }] : []));
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

/** A union, null already taken out. One distinct member is that member. */
function lowerUnion(
  lowering: Lowering,
  members: readonly Member[],
  at: { readonly place: Place; readonly keyword: string },
): Shape {
  const constants = shapeOfMembers(lowering, members);
  if (constants !== undefined) return constants;
  const candidates = candidatesOf(lowering, members);
  const [only] = candidates;
  if (only === undefined) return { kind: "never" };
  if (candidates.some(({ schema }) => isOpen(schema))) return OPEN;
  if (candidates.length === 1) return lowerShape(lowering, only.schema, placeOf(at.place, only));
  const variants = candidates.map((candidate, index) => lowerVariant(lowering, candidate, { ...at, index }));
  return { kind: "union", variants, discriminator: undefined };
}

/** A place with what a member was written as. */
function placeOf({ id, parent, steps, followed }: Place, { parts, group }: Candidate): Place {
  const place = { id, parent, steps, parts, followed };
  return group === undefined ? place : { ...place, members: group };
}

function lowerVariant(
  lowering: Lowering,
  candidate: Candidate,
  at: { readonly place: Place; readonly keyword: string; readonly index: number },
): UnionVariant {
  const { schema, parts, group } = candidate;
  const id = `${at.place.id}.${at.keyword}${candidate.id}`;
  const step = stepFrom(lowering, at.place, { to: { kind: "variant", index: at.index }, parts, id });
  const place = placeOf(step, candidate);
  const type = lowerType(lowering, schema, place);
  const isHoisted = type.kind === "ref" && type.target === place.id;
  // What a hoisted declaration says, and each of several constants, is not said again of the variant.
  const notes = isHoisted || group !== undefined ? undefined : notesAt(lowering, schema, { place, type });
  return { type, source: sourceAt(place), tags: [], doc: notes?.doc, deprecated: notes?.deprecated };
}

/** An object with properties, or a map. Keys that are required but not declared are properties too. */
function lowerObject(lowering: Lowering, schema: JsonObject, place: Place): Shape {
  const declared = isJsonObject(schema["properties"]) ? Object.entries(schema["properties"]) : undefined;
  const names = isJsonArray(schema["required"]) ? schema["required"].filter((name) => typeof name === "string") : [];
  if (declared === undefined && names.length === 0) {
    const map = lowerMap(lowering, schema, place);
    if (map !== undefined) return map;
  }
  const required = new Set(names);
  const known = new Set((declared ?? []).map(([name]) => name));
  const undeclared = [...required]
    .filter((name) => !known.has(name))
    .map((name): [string, JsonValue] => [name, schemaOfKey(schema, name)]);
  const properties = [...(declared ?? []), ...undeclared].map(([wireName, value]) =>
    lowerProperty(lowering, { wireName, schema: schemaOf(value), required: required.has(wireName) }, place),
  );
  const patterns = schemaEntries(schema["patternProperties"]).map(([pattern, values]): PatternProperties => {
    const parts = innerParts(lowering, place, { keyword: "patternProperties", key: pattern, schema: values });
    const id = propertyPath(`${place.id}.patternProperties`, pattern);
    return { pattern, type: lowerType(lowering, values, stepFrom(lowering, place, { to: VALUES, parts, id })) };
  });
  const additional = additionalOf(lowering, schema, place);
  return { kind: "object", properties, additional, patterns, constraints: sizeConstraints(schema) };
}

const VALUES = { kind: "values" } as const;

function lowerProperty(
  lowering: Lowering,
  property: { readonly wireName: string; readonly schema: JsonSchema; readonly required: boolean },
  owner: Place,
): Property {
  const { wireName, schema, required } = property;
  const parts = innerParts(lowering, owner, { keyword: "properties", key: wireName, schema });
  const place = stepFrom(lowering, owner, { to: { kind: "property", wireName }, parts });
  const type = lowerType(lowering, schema, place);
  return {
    wireName,
    source: sourceAt(place),
    type,
    presence: required ? "required" : "optional",
    ...notesAt(lowering, schema, { place, type }),
    default: typeof schema === "object" ? schema["default"] : undefined,
  };
}

function additionalOf(lowering: Lowering, schema: JsonObject, place: Place): Additional {
  const additional = schema["additionalProperties"];
  if (schema["unevaluatedProperties"] === false || additional === false) return { kind: "closed" };
  if (additional === undefined) return { kind: "open", said: false };
  const values = schemaOf(additional);
  if (isOpen(values)) return { kind: "open", said: true };
  const parts = innerParts(lowering, place, { keyword: "additionalProperties", schema: values });
  return { kind: "typed", type: lowerType(lowering, values, stepFrom(lowering, place, { to: VALUES, parts })) };
}

/** An object without properties of its own: a map, unless it is closed or has several patterns. */
function lowerMap(lowering: Lowering, schema: JsonObject, place: Place): TypeExpr | undefined {
  const [first, ...more] = schemaEntries(schema["patternProperties"]);
  const { additionalProperties: additional } = schema;
  const map = (values: JsonSchema, at: { readonly keyword: string; readonly key?: string }): TypeExpr => {
    const parts = innerParts(lowering, place, { ...at, schema: values });
    const type = lowerType(lowering, values, stepInto(lowering, place, { to: VALUES, parts }));
    const keyPattern = at.key === undefined || matchesEveryKey(at.key) ? undefined : at.key;
    return { kind: "map", values: type, keyPattern, constraints: sizeConstraints(schema) };
  };
  if (first === undefined)
    return additional === false ? undefined : map(schemaOf(additional), { keyword: "additionalProperties" });
  if (more.length > 0) return undefined;
  const [key, values] = first;
  const isWhole = matchesEveryKey(key) || additional === undefined || additional === false;
  return isWhole ? map(values, { keyword: "patternProperties", key }) : undefined;
}

/** An array, or a tuple where `items` is a list. */
function lowerArray(lowering: Lowering, schema: JsonObject, place: Place): TypeExpr {
  const { items } = schema;
  const constraints = arrayConstraints(schema);
  if (isJsonArray(items)) return lowerTuple(lowering, schema, { items, place });
  const parts = innerParts(lowering, place, { keyword: "items", schema: schemaOf(items) });
  const inner = lowerType(lowering, schemaOf(items), stepInto(lowering, place, { to: ITEMS, parts }));
  return { kind: "array", items: inner, constraints };
}

const ITEMS = { kind: "items" } as const;

function lowerTuple(
  lowering: Lowering,
  schema: JsonObject,
  { items, place }: { readonly items: readonly JsonValue[]; readonly place: Place },
): TypeExpr {
  const { minItems, maxItems, additionalItems } = schema;
  const elements = items.map((item, index) => {
    const parts = innerParts(lowering, place, { keyword: "items", key: index, schema: schemaOf(item) });
    return lowerType(lowering, schemaOf(item), stepInto(lowering, place, { to: { kind: "element", index }, parts }));
  });
  const isClosed = additionalItems === false || (typeof maxItems === "number" && maxItems <= items.length);
  const others = schemaOf(additionalItems);
  const parts = innerParts(lowering, place, { keyword: "additionalItems", schema: others });
  const rest = isClosed ? undefined : lowerType(lowering, others, stepInto(lowering, place, { to: ITEMS, parts }));
  const required = Math.min(typeof minItems === "number" ? minItems : 0, elements.length);
  return { kind: "tuple", elements, required, rest, constraints: arrayConstraints(schema) };
}
