import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import { constantsOf } from "./constants.js";
import type { Lowering, Member, Place } from "./lowering.js";
import { definitionOf } from "../../json-schema/references.js";
import { membersAt, unionKeyword } from "./written.js";

/** A schema without its null: `rest` is undefined where nothing else was left. */
export interface WithoutNull {
  readonly isNullable: boolean;
  /** What is left, and where it stands. */
  readonly rest: { readonly schema: JsonObject; readonly place: Place } | undefined;
}

/** Whether a schema is a union and nothing else. Constants beside it say more. */
function isBareUnion(schema: JsonObject): boolean {
  const { type, allOf, properties, const: constant, enum: values } = schema;
  const isBare = [type, allOf, properties, constant, values].every((keyword) => keyword === undefined);
  return isBare && unionKeyword(schema) !== undefined;
}

/** The members of a union, those of nameless unions in it as its own. A member with a name stays whole. */
function flatMembers(lowering: Lowering, schema: JsonObject, at: Pick<Place, "parts" | "members">): readonly Member[] {
  return membersAt(lowering, schema, at).flatMap((member) => {
    const { schema: inner, parts } = member;
    const isOpened = isJsonObject(inner) && isBareUnion(inner) && lowering.names.nameOf(inner) === undefined;
    return isOpened ? flatMembers(lowering, inner, { parts }) : [member];
  });
}

/** Takes null out of a schema: of its union, its `type` array or its `enum`. Unions in a union are opened on the way. */
export function splitNull(lowering: Lowering, schema: JsonObject, place: Place): WithoutNull {
  if (isBareUnion(schema)) return fromMembers(lowering, schema, { place, flatten: true });
  const kept = (rest: JsonObject, isNullable: boolean): WithoutNull => ({ isNullable, rest: { schema: rest, place } });
  const { type, enum: values } = schema;
  if (type === "null" || schema["const"] === null) return { isNullable: true, rest: undefined };
  if (isJsonArray(type)) {
    const rest = withoutNullType(schema, type);
    return rest === undefined ? { isNullable: true, rest } : kept(rest, rest !== schema);
  }
  if (isJsonArray(values) && values.includes(null)) {
    const others = values.filter((value) => value !== null);
    return others.length === 0 ? { isNullable: true, rest: undefined } : kept({ ...schema, enum: others }, true);
  }
  if (schema["properties"] !== undefined || unionKeyword(schema) === undefined) return kept(schema, false);
  return fromMembers(lowering, schema, { place, flatten: false });
}

function withoutNullType(schema: JsonObject, types: readonly JsonValue[]): JsonObject | undefined {
  const others = types.filter((type) => type !== "null");
  if (others.length === types.length) return schema;
  const [only] = others;
  if (only === undefined) return undefined;
  const values = schema["enum"];
  const kept: JsonObject = isJsonArray(values) ? { enum: values.filter((value) => value !== null) } : {};
  return { ...schema, ...kept, type: others.length === 1 ? only : others };
}

function fromMembers(
  lowering: Lowering,
  schema: JsonObject,
  { place, flatten }: { readonly place: Place; readonly flatten: boolean },
): WithoutNull {
  const all = flatten ? flatMembers(lowering, schema, place) : membersAt(lowering, schema, place);
  const members = all.filter((member) => !isNull(lowering, member));
  const isNullable = members.length < all.length;
  const [only] = members;
  if (only === undefined) return { isNullable: true, rest: undefined };
  const keyword = unionKeyword(schema) ?? "anyOf";
  const { [keyword]: _, ...beside } = schema;
  if (isNullable && members.length === 1 && isJsonObject(only.schema)) {
    return { isNullable, rest: { schema: withNotes(only.schema, beside), place: alone(place, only) } };
  }
  const isSame = !isNullable && members.length === membersAt(lowering, schema, place).length;
  const rest = isSame ? schema : { ...beside, [keyword]: members.map((member) => member.schema) };
  // What stands beside a union that is not flat is merged into its members: they are no schemas of their author's then.
  return { isNullable, rest: { schema: rest, place: flatten ? { ...place, members } : place } };
}

function alone({ id, parent, steps, followed }: Place, { parts }: Member): Place {
  return { id, parent, steps, parts, followed };
}

/** The only member left, as the same object where nothing is added: its identity is its name. */
function withNotes(only: JsonObject, beside: JsonObject): JsonObject {
  const added = Object.entries(beside).filter(([key]) => key !== "description");
  return added.length === 0 ? only : { ...Object.fromEntries(added), ...only };
}

function isNull(lowering: Lowering, member: Member): boolean {
  const constants = constantsOf(lowering, member);
  return constants !== undefined && constants.length > 0 && constants.every(({ value }) => value === null);
}

/** The one member of a union beside null, if it has but one. */
export function onlyMember(lowering: Lowering, schema: JsonObject, place: Place): Member | undefined {
  const members = membersAt(lowering, schema, place).filter((member) => !isNull(lowering, member));
  return members.length === 1 ? members[0] : undefined;
}

/** A member as it becomes a variant. */
export interface Candidate extends Member {
  /** Where constants became one member: these. */
  readonly group?: readonly Member[];
  /** What tells the member apart from the others in their declarations' ids. For example `[0]`, or `.string` of constants. */
  readonly id: string;
}

/**
 * The members of a union as variants: without repeats and without what accepts nothing, nameless constants of one JSON
 * type as one where the first of them stood (`"auto" | "off" | number` has two variants, an enum and a number).
 */
export function candidatesOf(lowering: Lowering, members: readonly Member[]): readonly Candidate[] {
  const known = distinct(lowering, members).map((member) => ({ member, types: constantTypes(lowering, member) }));
  let count = 0;
  return known.flatMap(({ member, types }): readonly Candidate[] => {
    if (types === undefined) {
      count += 1;
      return [{ ...member, id: `[${count - 1}]` }];
    }
    const [type = "constants", ...others] = types;
    if (others.length > 0 || isNamed(lowering, member)) return [{ ...member, id: ".constants" }];
    const group = known
      .filter((one) => one.types?.size === 1 && one.types.has(type) && !isNamed(lowering, one.member))
      .map((one) => one.member);
    if (group[0] !== member) return [];
    return [group.length === 1 ? { ...member, id: `.${type}` } : { ...grouped(member, group), id: `.${type}` }];
  });
}

function grouped(first: Member, group: readonly Member[]): Member & { readonly group: readonly Member[] } {
  const anyOf = group.flatMap(({ schema }) => (typeof schema === "object" ? [schema] : []));
  return { schema: { anyOf }, parts: first.parts, group };
}

/** The JSON types of the constants that a member allows, if it allows nothing else. */
function constantTypes(lowering: Lowering, member: Member): ReadonlySet<string> | undefined {
  const constants = constantsOf(lowering, member);
  return constants === undefined ? undefined : new Set(constants.map(({ value }) => typeof value));
}

function isNamed({ names }: Lowering, { schema }: Member): boolean {
  return isJsonObject(schema) && (definitionOf(schema["$ref"]) !== undefined || names.nameOf(schema) !== undefined);
}

/** Drops members that say what an earlier one says, and those that no value is valid for. */
function distinct(lowering: Lowering, members: readonly Member[]): readonly Member[] {
  const seen = new Set<number>();
  return members.filter(({ schema }) => {
    const number = lowering.names.exact(schema);
    if (seen.has(number) || isNever(schema)) return false;
    seen.add(number);
    return true;
  });
}

function isNever(schema: JsonSchema): boolean {
  if (typeof schema === "boolean") return !schema;
  const { not } = schema;
  return not === true || (isJsonObject(not) && Object.keys(not).length === 0);
}
