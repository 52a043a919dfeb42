import { indexedPath, keywordPath, pointerPath, propertyPath, type SchemaPath } from "../../schema-path/schema-path.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import type { Lowering, Member, Parts, Place, Written } from "./lowering.js";
import { pointerTokens } from "../../json-schema/references.js";

/** A chain of references and intersections that is longer is one that leads back into itself. */
const DEEPEST = 20;

/** A value of a keyword as the schema that it is; anything else accepts everything. */
export function schemaOf(value: JsonValue | undefined): JsonSchema {
  return typeof value === "boolean" || isJsonObject(value) ? value : true;
}

/** What a reference leads to, as its author wrote it there. */
export function referred({ dereference, sourceOf }: Lowering, ref: string): Written | undefined {
  const [name, ...tokens] = pointerTokens(ref) ?? [];
  return name === undefined
    ? undefined
    : { schema: dereference({ $ref: ref }), source: pointerPath(sourceOf(name), tokens) };
}

/** The schemas that one is an intersection of, itself first. References are followed. */
function intersected(lowering: Lowering, written: Written, depth = 0): readonly Written[] {
  const { schema, source } = written;
  if (!isJsonObject(schema) || depth > DEEPEST) return [];
  const { $ref: ref, allOf } = schema;
  if (typeof ref === "string") {
    const target = referred(lowering, ref);
    return target === undefined ? [] : intersected(lowering, target, depth + 1);
  }
  const parts = isJsonArray(allOf) ? allOf : [];
  return [
    written,
    ...parts.flatMap((part, index) =>
      intersected(lowering, { schema: schemaOf(part), source: indexedPath(source, "allOf", index) }, depth + 1),
    ),
  ];
}

/** The members of the union that a schema has, if it has one. */
function unionMembers({ schema, source }: Written): readonly Written[] | undefined {
  if (!isJsonObject(schema)) return undefined;
  const keyword = unionKeyword(schema);
  const members = keyword === undefined ? undefined : schema[keyword];
  return keyword === undefined || !isJsonArray(members)
    ? undefined
    : members.map((member, index) => ({ schema: schemaOf(member), source: indexedPath(source, keyword, index) }));
}

/** The keyword that a schema says a union with. */
export function unionKeyword(schema: JsonObject): "anyOf" | "oneOf" | undefined {
  return isJsonArray(schema["anyOf"]) ? "anyOf" : isJsonArray(schema["oneOf"]) ? "oneOf" : undefined;
}

/** An inner schema of a place: under a keyword, or under a key or an index of one. */
interface Inner {
  readonly keyword: string;
  readonly key?: string | number;
  readonly schema: JsonSchema;
}

type WrittenStep = (written: Written) => Written | undefined;

/**
 * Where the author wrote an inner schema: in each part of the intersection that has it, the one that is `schema` itself
 * first; else in the members of its unions; else nowhere, and it stands where it would.
 */
export function innerParts(lowering: Lowering, { parts }: Place, inner: Inner): Parts {
  const found = findStep(lowering, parts, (written) => stepTo(written, inner));
  const own = found.filter(({ schema }) => schema === inner.schema);
  const [first, ...rest] = [...own, ...found.filter((written) => !own.includes(written))];
  return first === undefined ? [{ schema: inner.schema, source: pathTo(parts[0].source, inner) }] : [first, ...rest];
}

function stepTo({ schema, source }: Written, inner: Inner): Written | undefined {
  const { keyword, key } = inner;
  const value = isJsonObject(schema) ? schema[keyword] : undefined;
  const held = key === undefined ? value : typeof key === "number" ? elementOf(value, key) : memberOf(value, key);
  return held === undefined ? undefined : { schema: schemaOf(held), source: pathTo(source, inner) };
}

function elementOf(value: JsonValue | undefined, index: number): JsonValue | undefined {
  return isJsonArray(value) ? value[index] : undefined;
}

function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function pathTo(source: SchemaPath, { keyword, key }: Inner): SchemaPath {
  if (key === undefined) return keywordPath(source, keyword);
  if (typeof key === "number") return indexedPath(source, keyword, key);
  return propertyPath(keyword === "properties" ? source : keywordPath(source, keyword), key);
}

function findStep(lowering: Lowering, parts: readonly Written[], step: WrittenStep, depth = 0): readonly Written[] {
  const whole = parts.flatMap((part) => intersected(lowering, part));
  const found = whole.flatMap((part) => step(part) ?? []);
  if (found.length > 0 || depth > DEEPEST) return found;
  const members = whole.flatMap((part) => unionMembers(part) ?? []);
  return members.length === 0 ? [] : findStep(lowering, members, step, depth + 1);
}

/**
 * The members of a union, each with what its author wrote it as. A union that merging made of an intersection is matched
 * with the one union that the author wrote in it: its members then carry the other parts of the intersection too.
 */
export function membersAt(
  lowering: Lowering,
  schema: JsonObject,
  place: Pick<Place, "parts" | "members">,
): readonly Member[] {
  if (place.members !== undefined) return place.members;
  const keyword = unionKeyword(schema);
  const members = keyword === undefined ? undefined : schema[keyword];
  if (!isJsonArray(members)) return [];
  const [own] = place.parts;
  if (own.schema === schema)
    return (unionMembers(own) ?? []).map((written) => ({ schema: written.schema, parts: [written] }));
  const whole = place.parts.flatMap((part) => intersected(lowering, part));
  const unions = whole.flatMap((part) => {
    const found = unionMembers(part)?.filter((member) => !isNullType(member.schema));
    return found?.length === members.length ? [found] : [];
  });
  const [only] = unions;
  const rest = whole.map(({ schema: part, source }) => ({ schema: withoutCombining(part), source }));
  return members.map((member, index) => {
    const written = unions.length === 1 ? only?.[index] : undefined;
    return { schema: schemaOf(member), parts: written === undefined ? place.parts : [written, ...rest] };
  });
}

function isNullType(schema: JsonSchema): boolean {
  return isJsonObject(schema) && (schema["type"] === "null" || schema["const"] === null);
}

/** Its parts and its members stand beside it already. */
function withoutCombining(schema: JsonSchema): JsonSchema {
  if (!isJsonObject(schema)) return schema;
  const { allOf: _allOf, anyOf: _anyOf, oneOf: _oneOf, ...rest } = schema;
  return rest;
}
