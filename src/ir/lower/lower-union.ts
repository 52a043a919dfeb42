import { isNever, isOpen, isSchema, type JsonSchema } from "../../json-schema/schema.js";
import { definitionOf } from "../../json-schema/references.js";
import { isJsonArray, type JsonObject } from "../../support/json.js";
import type { UnionVariant } from "../types.js";
import { deprecationOf, docOf } from "./annotations.js";
import { constantsOf } from "./constants.js";
import type { Lowering } from "./lowering.js";
import { type Place, stepFrom } from "./place.js";
import type { Shape } from "./shape.js";

/** Drops members that say what an earlier one says. */
function distinct(lowering: Lowering, members: readonly JsonSchema[]): readonly JsonSchema[] {
  const seen = new Set<number>();
  return members.filter((member) => {
    const number = lowering.names.exact(member);
    return !seen.has(number) && seen.add(number);
  });
}

/**
 * Nameless constants of one JSON type become one schema, where the first of them stood: `"auto" | "off" | number` has two
 * variants, an enum and a number.
 */
function groupConstants(lowering: Lowering, members: readonly JsonSchema[]): readonly JsonSchema[] {
  const typeOfConstant = (member: JsonSchema): string | undefined => {
    if (typeof member !== "object" || definitionOf(member["$ref"]) !== undefined) return undefined;
    if (lowering.names.nameOf(member) !== undefined) return undefined;
    const types = new Set(constantsOf(member, lowering.dereference)?.map(({ value }) => typeof value));
    return types.size === 1 ? [...types][0] : undefined;
  };
  const typed = members.map((member) => ({ member, type: typeOfConstant(member) }));
  return typed.flatMap(({ member, type }): readonly JsonSchema[] => {
    const group = type === undefined ? [] : typed.filter((one) => one.type === type).map((one) => one.member);
    if (group.length < 2) return [member];
    const anyOf = group.filter((one) => typeof one === "object");
    return group[0] === member ? [{ anyOf }] : [];
  });
}

function lowerVariant(
  lowering: Lowering,
  member: JsonSchema,
  at: { place: Place; index: number; keyword: string },
): UnionVariant {
  const type = lowering.lowerType(member, stepFrom(at.place, { kind: "variant", index: at.index }, at.keyword));
  const isObject = typeof member === "object";
  const ownDoc = isObject && type.kind !== "ref" ? docOf(member) : undefined;
  return {
    type,
    tags: [],
    doc: ownDoc,
    deprecated: isObject && type.kind !== "ref" ? deprecationOf(member) : undefined,
  };
}

/** A flat union of schemas, null already taken out. One distinct member is that member. */
export function lowerUnion(lowering: Lowering, schema: JsonObject, place: Place): Shape {
  const keyword = isJsonArray(schema["anyOf"]) ? "anyOf" : "oneOf";
  const members = schema[keyword];
  const flat = distinct(lowering, (isJsonArray(members) ? members : []).filter(isSchema));
  const grouped = groupConstants(
    lowering,
    flat.filter((member) => !isNever(member)),
  );
  const [only] = grouped;
  if (only === undefined) return { kind: "never" };
  if (grouped.some(isOpen)) return { kind: "unknown", reason: "open" };
  if (grouped.length === 1) return lowering.lowerShape(only, place);
  const variants = grouped.map((member, index) => lowerVariant(lowering, member, { place, index, keyword }));
  return { kind: "union", variants, discriminator: undefined };
}
