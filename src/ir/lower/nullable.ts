import type { Dereference } from "../../json-schema/references.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { constantsOf } from "./constants.js";

/** A schema without its null: `rest` is undefined where nothing else was left. */
export interface SplitNull {
  readonly isNullable: boolean;
  readonly rest: JsonObject | undefined;
}

function isNull(schema: JsonValue, dereference: Dereference): boolean {
  const constants = constantsOf(schema, dereference);
  return constants !== undefined && constants.length > 0 && constants.every(({ value }) => value === null);
}

function fromTypes(schema: JsonObject, types: readonly JsonValue[]): SplitNull {
  const others = types.filter((type) => type !== "null");
  if (others.length === types.length) return { isNullable: false, rest: schema };
  const [only] = others;
  if (only === undefined) return { isNullable: true, rest: undefined };
  const values = schema["enum"];
  const kept: JsonObject = isJsonArray(values) ? { enum: values.filter((value) => value !== null) } : {};
  return { isNullable: true, rest: { ...schema, ...kept, type: others.length === 1 ? only : others } };
}

function fromMembers(
  schema: JsonObject,
  keyword: string,
  split: { members: readonly JsonValue[]; dereference: Dereference },
): SplitNull {
  const others = split.members.filter((member) => !isNull(member, split.dereference));
  if (others.length === split.members.length) return { isNullable: false, rest: schema };
  const [only] = others;
  if (only === undefined) return { isNullable: true, rest: undefined };
  const { [keyword]: _, ...beside } = schema;
  const alone = others.length === 1 && isJsonObject(only);
  return { isNullable: true, rest: alone ? withNotes(only, beside) : { ...beside, [keyword]: others } };
}

/** The only member left, as the same object where nothing is added: its identity is its name. */
function withNotes(only: JsonObject, beside: JsonObject): JsonObject {
  const added = Object.entries(beside).filter(([key]) => key !== "description");
  return added.length === 0 ? only : { ...Object.fromEntries(added), ...only };
}

/** Takes null out of a schema: of its union, its `type` array or its `enum`. */
export function splitNull(schema: JsonObject, dereference: Dereference): SplitNull {
  const { type, anyOf, oneOf, enum: values } = schema;
  if (type === "null" || schema["const"] === null) return { isNullable: true, rest: undefined };
  if (isJsonArray(type)) return fromTypes(schema, type);
  if (isJsonArray(values) && values.includes(null)) {
    const others = values.filter((value) => value !== null);
    return { isNullable: true, rest: others.length === 0 ? undefined : { ...schema, enum: others } };
  }
  if (schema["properties"] !== undefined) return { isNullable: false, rest: schema };
  if (isJsonArray(anyOf)) return fromMembers(schema, "anyOf", { members: anyOf, dereference });
  if (isJsonArray(oneOf)) return fromMembers(schema, "oneOf", { members: oneOf, dereference });
  return { isNullable: false, rest: schema };
}
