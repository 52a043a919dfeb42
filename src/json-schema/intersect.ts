import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { isAnnotation, isAssertion, keywordRow } from "./keywords.js";
import { jsonEquals } from "./equals.js";
import { type Intersect, meetItems, meetMembers, meetValues } from "./meet.js";
import { constantsOf, hasType, isOpen, type JsonSchema, member, schemaList, stringList, typesOf } from "./schema.js";

/** Beyond this many variants a product of unions is left as `allOf`. */
const MOST_VARIANTS = 256;

/** Keywords that mean something only together. */
const GROUPS = [
  { keywords: ["properties", "patternProperties", "additionalProperties"], meet: meetMembers },
  { keywords: ["items", "additionalItems"], meet: meetItems },
  { keywords: ["if", "then", "else"], meet: () => undefined },
] as const;

/**
 * The schema that accepts exactly what both accept. What has no form as one keyword, such as two patterns, stands in
 * `allOf`. `false` where the two evidently contradict each other.
 * For example `{ type: "number" }` and `{ type: "integer", maximum: 9 }` give `{ type: "integer", maximum: 9 }`.
 */
export const intersect: Intersect = (left, right) => {
  if (left === false || right === false) return false;
  if (left === true) return right;
  if (right === true || jsonEquals(left, right)) return left;
  // Whoever says nothing leaves the other as it is: its identity may be its name.
  if (Object.keys(left).length === 0) return right;
  if (Object.keys(right).length === 0) return left;
  if (left["$ref"] !== undefined || right["$ref"] !== undefined) return { allOf: parts([left, right]) };
  const product = distribute(left, right) ?? distribute(right, left);
  return product ?? intersectKeywords(left, right);
};

/** The members of an intersection, each once: two that say the same have to be the same. */
function parts(members: readonly JsonSchema[]): readonly JsonSchema[] {
  const flat = members.flatMap((part) => {
    const isBare = isJsonObject(part) && Object.keys(part).every((keyword) => keyword === "allOf");
    return isBare ? schemaList(part["allOf"]) : [part];
  });
  return flat.filter((part, index) => flat.findIndex((other) => jsonEquals(part, other)) === index);
}

/** The keyword of a schema that is a union and nothing else. */
function bareUnion(schema: JsonObject): "anyOf" | "oneOf" | undefined {
  const [keyword, ...more] = Object.keys(schema).filter((key) => !isAnnotation(key));
  return more.length === 0 && (keyword === "anyOf" || keyword === "oneOf") ? keyword : undefined;
}

/** `A & (B | C)` as `(A & B) | (A & C)`: what remains of each variant is seen, and variants that are left out go. */
function distribute(base: JsonObject, union: JsonObject): JsonSchema | undefined {
  const keyword = bareUnion(union);
  const members = keyword === undefined ? [] : schemaList(union[keyword]);
  if (keyword === undefined || isOpen(base) || members.length * sizeOf(base) > MOST_VARIANTS) return undefined;
  const [notes, rest] = splitNotes(base);
  const variants = members.map((item) => intersect(rest, item)).filter((item) => item !== false);
  const [only] = variants;
  if (only === undefined) return false;
  const all = { ...splitNotes(union)[0], ...notes };
  if (variants.length > 1) return { ...all, [keyword]: variants };
  return isJsonObject(only) ? { ...all, ...only } : all;
}

function sizeOf(schema: JsonObject): number {
  return Math.max(1, ...(["anyOf", "oneOf"] as const).map((keyword) => schemaList(schema[keyword]).length));
}

/** What a schema says of itself, and what it says of values. */
function splitNotes(schema: JsonObject): readonly [notes: JsonObject, rest: JsonObject] {
  const entries = Object.entries(schema);
  const [notes, rest] = [true, false].map((noted) => entries.filter(([keyword]) => isAnnotation(keyword) === noted));
  return [Object.fromEntries(notes ?? []), Object.fromEntries(rest ?? [])];
}

function intersectKeywords(left: JsonObject, right: JsonObject): JsonSchema {
  if (haveDifferentConstants(left, right)) return false;
  const merged = new Map<string, JsonValue>(Object.entries(left));
  const apart: JsonObject[] = [];
  for (const { keywords, meet } of GROUPS) {
    const [own, other] = [pick(left, keywords), pick(right, keywords)];
    if (Object.keys(other).length === 0) continue;
    const met = Object.keys(own).length === 0 ? other : meet(own, other, intersect);
    if (met === undefined) apart.push(other);
    else for (const [keyword, value] of Object.entries(met)) merged.set(keyword, value);
  }
  const grouped = new Set<string>(GROUPS.flatMap(({ keywords }) => keywords));
  for (const [keyword, value] of Object.entries(right)) {
    if (grouped.has(keyword) || keyword === "allOf") continue;
    const own = member(left, keyword);
    const met = own === undefined ? value : meetKeyword(keyword, own, value);
    if (met === undefined) apart.push({ [keyword]: value });
    else merged.set(keyword, met);
  }
  const all = parts([...schemaList(left["allOf"]), ...schemaList(right["allOf"]), ...apart]);
  if (all.length > 0) merged.set("allOf", all);
  return withoutContradiction(Object.fromEntries(merged));
}

function haveDifferentConstants({ const: left }: JsonObject, { const: right }: JsonObject): boolean {
  return left !== undefined && right !== undefined && !jsonEquals(left, right);
}

/** One value of a keyword outside the groups that both have. What asserts nothing stays as it is on the left. */
function meetKeyword(keyword: string, left: JsonValue, right: JsonValue): JsonValue | undefined {
  if (jsonEquals(left, right)) return left;
  if (isAssertion(keyword)) return meetValues(keyword, [left, right], intersect);
  if (keywordRow(keyword)?.role === "foreign") return left === false || right === false ? false : left;
  return left;
}

function pick(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}

/** Constants that the other keywords refuse go; where nothing can be valid any more, the whole goes. */
function withoutContradiction(schema: JsonObject): JsonSchema {
  const types = typesOf(schema);
  if (types?.length === 0) return false;
  const constants = constantsOf(schema);
  if (constants !== undefined) {
    const { enum: listed } = schema;
    const left = constants.filter(
      (value) =>
        (types === undefined || types.some((type) => hasType(type, value))) &&
        (!isJsonArray(listed) || listed.some((item) => jsonEquals(item, value))),
    );
    if (left.length === 0) return false;
    if (schema["const"] === undefined && left.length < constants.length) return { ...schema, enum: left };
  }
  const { properties } = schema;
  const isObject = types?.length === 1 && types[0] === "object";
  const lacks = (key: string): boolean => isJsonObject(properties) && member(properties, key) === false;
  return isObject && stringList(schema["required"]).some(lacks) ? false : schema;
}
