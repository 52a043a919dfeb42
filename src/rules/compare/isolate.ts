import { type JsonSchema, isSchema, stringList } from "../../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { Place, Spot } from "./spot.js";

/** A schema for each reader: the writer's, with one thing as the reader has it. */
export interface Isolated {
  readonly previous: JsonSchema;
  readonly current: JsonSchema;
}

/** Builds both readers' schemas with one function. */
export function isolate(place: Place, adopt: (writer: JsonSchema, reader: JsonSchema) => JsonSchema): Isolated {
  const [previous, current] = [place.previous.schema, place.current.schema];
  return { previous: adopt(current, previous), current: adopt(previous, current) };
}

/** The writer's schema with the given keywords as the reader has them. */
export function withKeywords(writer: JsonSchema, reader: JsonSchema, keywords: readonly string[]): JsonSchema {
  if (!isJsonObject(writer) || !isJsonObject(reader)) return reader;
  const kept = Object.entries(writer).filter(([keyword]) => !keywords.includes(keyword));
  const taken = Object.entries(reader).filter(([keyword]) => keywords.includes(keyword));
  return Object.fromEntries<JsonValue>([...kept, ...taken]);
}

/** The writer's object schema with one property, and what becomes of undeclared ones, as the reader has it. */
export function withProperty(writer: JsonSchema, reader: JsonSchema, wireName: string): JsonSchema {
  const opened = withKeywords(writer, reader, ["additionalProperties", "patternProperties"]);
  if (!isJsonObject(opened) || !isJsonObject(reader)) return reader;
  const properties = isJsonObject(opened["properties"]) ? opened["properties"] : {};
  const own =
    isJsonObject(reader["properties"]) && Object.hasOwn(reader["properties"], wireName)
      ? reader["properties"][wireName]
      : undefined;
  const others = Object.entries(properties).filter(([name]) => name !== wireName);
  const entries = own === undefined ? others : [...others, [wireName, own] as const];
  return withRequired({ ...opened, properties: Object.fromEntries<JsonValue>(entries) }, reader, wireName);
}

/** The writer's object schema, requiring a property exactly where the reader does. */
export function withRequired(writer: JsonSchema, reader: JsonSchema, wireName: string): JsonSchema {
  if (!isJsonObject(writer) || !isJsonObject(reader)) return reader;
  const others = stringList(writer["required"]).filter((name) => name !== wireName);
  const required = stringList(reader["required"]).includes(wireName) ? [...others, wireName] : others;
  return { ...writer, required };
}

/** The writer's schema without values that another schema accepts. */
export function without(writer: JsonSchema, unwanted: JsonSchema): JsonSchema {
  return { allOf: [writer, { not: unwanted }] };
}

/** A union without one of its branches; nothing is left of what is no union. */
export function withoutBranch(union: Spot, branch: Spot): JsonSchema {
  const [, keyword, index] = /^\/(anyOf|oneOf)\/(\d+)$/.exec(branch.pointer.slice(union.pointer.length)) ?? [];
  if (keyword === undefined || !isJsonObject(union.schema)) return false;
  const branches = branchesOf(union.schema, keyword);
  return { ...union.schema, [keyword]: branches.filter((_, place) => place !== Number(index)) };
}

function branchesOf(schema: JsonObject, keyword: string): readonly JsonSchema[] {
  const branches = schema[keyword];
  return isJsonArray(branches) ? branches.filter(isSchema) : [];
}
