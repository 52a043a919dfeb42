import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { jsonEquals } from "./equals.js";
import { type Assertion, keywordRow } from "./keywords.js";
import { compilePattern } from "./pattern.js";
import { isOpen, isSchema, type JsonSchema, member, schemaEntries, schemaList, stringList } from "./schema.js";

/** Gives the schema that accepts exactly what two accept. */
export type Intersect = (left: JsonSchema, right: JsonSchema) => JsonSchema;

type Pair = readonly [left: JsonValue, right: JsonValue];

/** Two values of one keyword as one; undefined where the keyword cannot say both. */
export function meetValues(keyword: Assertion, pair: Pair, intersect: Intersect): JsonValue | undefined {
  const [left, right] = pair;
  switch (keyword) {
    case "type":
      return meetTypes(pair);
    case "enum":
      return isJsonArray(left) && isJsonArray(right)
        ? left.filter((value) => right.some((other) => jsonEquals(value, other)))
        : undefined;
    case "required":
      return [...new Set([...stringList(left), ...stringList(right)])];
    case "not":
      return { anyOf: [left, right] };
    case "multipleOf":
      return commonMultiple(pair);
    case "propertyNames":
      return isSchema(left) && isSchema(right) ? intersect(left, right) : undefined;
    case "dependencies":
      return meetDependencies(pair);
    default:
      return meetLimits(keyword, pair);
  }
}

function meetLimits(keyword: Assertion, [left, right]: Pair): JsonValue | undefined {
  const meet = keywordRow(keyword)?.meet;
  if (meet === "either") return left === true || right === true;
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  if (meet === "greatest") return Math.max(left, right);
  return meet === "least" ? Math.min(left, right) : undefined;
}

/** The types of both; every integer is a number. One type stays a text. */
function meetTypes(pair: Pair): JsonValue {
  const [left, right] = pair.map((value) => (isJsonArray(value) ? stringList(value) : [String(value)]));
  const both = [
    ...(left ?? []).filter((type) => covers(right, type)),
    ...(right ?? []).filter((type) => covers(left, type)),
  ];
  const types = [...new Set(both)].filter((type, _, all) => type !== "integer" || !all.includes("number"));
  return types.length === 1 && types[0] !== undefined ? types[0] : types;
}

function covers(types: readonly string[] | undefined, type: string): boolean {
  return types !== undefined && (types.includes(type) || (type === "integer" && types.includes("number")));
}

/** The smallest number that is a multiple of both; undefined where only fractions or huge numbers would say it. */
function commonMultiple([left, right]: Pair): number | undefined {
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right) || left <= 0 || right <= 0) return undefined;
  let [divisor, rest] = [left, right];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  const multiple = (left / divisor) * right;
  return Number.isSafeInteger(multiple) ? multiple : undefined;
}

function meetDependencies([left, right]: Pair): JsonValue | undefined {
  if (!isJsonObject(left) || !isJsonObject(right)) return undefined;
  const merged = new Map(Object.entries(left));
  for (const [key, value] of Object.entries(right)) {
    const own = merged.get(key);
    const names = isJsonArray(own) && isJsonArray(value) ? [...new Set([...own, ...value])] : undefined;
    merged.set(key, own === undefined ? value : (names ?? { allOf: [asSchema(own), asSchema(value)] }));
  }
  return Object.fromEntries(merged);
}

/** What a dependency asks of the whole object. */
function asSchema(dependency: JsonValue): JsonValue {
  return isJsonArray(dependency) ? { required: dependency } : dependency;
}

/**
 * Properties of both; one that the other side forbids or types through `additionalProperties` is narrowed by that.
 * Undefined where one side's further keys would have to be narrowed by the other side's patterns.
 */
export function meetMembers(left: JsonObject, right: JsonObject, intersect: Intersect): JsonObject | undefined {
  const patterns = [left, right].map((schema) => new Map(schemaEntries(schema["patternProperties"])));
  const [own = new Map(), others = new Map()] = patterns;
  if (limitsOthers(right) && [...own.keys()].some((pattern) => !others.has(pattern))) return undefined;
  if (limitsOthers(left) && [...others.keys()].some((pattern) => !own.has(pattern))) return undefined;
  const names = [left, right].flatMap((schema) => schemaEntries(schema["properties"]).map(([name]) => name));
  const properties = [...new Set(names)].map((name): [string, JsonSchema] => [
    name,
    intersect(schemaOfKey(left, name), schemaOfKey(right, name)),
  ]);
  const merged = [...new Set([...own.keys(), ...others.keys()])].map((pattern): [string, JsonSchema] => [
    pattern,
    intersect(own.get(pattern) ?? true, others.get(pattern) ?? true),
  ]);
  const additional = [left, right].map((schema) => schema["additionalProperties"]).filter(isSchema);
  return {
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(merged.length === 0 ? {} : { patternProperties: Object.fromEntries(merged) }),
    ...(additional.length === 0 ? {} : { additionalProperties: additional.reduce(intersect) }),
  };
}

function limitsOthers({ additionalProperties }: JsonObject): boolean {
  return isSchema(additionalProperties) && !isOpen(additionalProperties);
}

/** What a schema says of a key apart from its patterns, which stay beside. */
function schemaOfKey(schema: JsonObject, name: string): JsonSchema {
  const own = isJsonObject(schema["properties"]) ? member(schema["properties"], name) : undefined;
  if (isSchema(own)) return own;
  const { additionalProperties } = schema;
  const matches = schemaEntries(schema["patternProperties"]).some(([pattern]) => matchesKey(pattern, name));
  return isSchema(additionalProperties) && !matches ? additionalProperties : true;
}

function matchesKey(pattern: string, name: string): boolean {
  return compilePattern(pattern)?.test(name) ?? true;
}

/** Lists place by place; what one side says of every further item narrows the other's places. */
export function meetItems(left: JsonObject, right: JsonObject, intersect: Intersect): JsonObject {
  const [own, others] = [itemsOf(left), itemsOf(right)];
  const rest = intersect(own.rest, others.rest);
  const length = Math.max(own.places.length, others.places.length);
  if (length === 0) return isJsonArray(left["items"]) ? { items: [], additionalItems: rest } : { items: rest };
  const places = Array.from({ length }, (_, index) =>
    intersect(own.places[index] ?? own.rest, others.places[index] ?? others.rest),
  );
  return rest === true ? { items: places } : { items: places, additionalItems: rest };
}

function itemsOf({ items, additionalItems }: JsonObject): { readonly places: readonly JsonSchema[]; rest: JsonSchema } {
  const further = isJsonArray(items) ? additionalItems : items;
  return { places: schemaList(items), rest: isSchema(further) ? further : true };
}
