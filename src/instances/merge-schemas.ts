import type { JsonSchema } from "../ir/types.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { jsonEquals } from "./json-equals.js";
import { isSchema, member, schemaEntries, stringList, typesOf } from "./keywords.js";

/**
 * One schema that accepts what two accept both, as nearly as can be said with plain keywords. A sampler starts from it
 * and checks the result against the originals, so where it is too wide (two patterns) only time is lost.
 * `false` where they evidently contradict each other.
 * For example `{ required: ["a"] }` and `{ required: ["b"] }` give `{ required: ["a", "b"] }`.
 */
export function mergeSchemas(left: JsonSchema, right: JsonSchema): JsonSchema {
  if (left === true) return right;
  if (right === true) return left;
  if (left === false || right === false) return false;
  const merged: Record<string, JsonValue> = { ...left };
  for (const [keyword, value] of Object.entries(right)) {
    const own = member(merged, keyword);
    merged[keyword] = own === undefined ? value : mergeKeyword(keyword, own, value);
  }
  const types = mergeTypes(left, right);
  if (types !== undefined) merged["type"] = types;
  const whole = { ...merged, ...mergeMembers(left, right) };
  return isContradictory(whole, [left, right]) ? false : whole;
}

function isContradictory(merged: JsonObject, [left, right]: readonly [JsonObject, JsonObject]): boolean {
  const [own, other] = [left["const"], right["const"]];
  if (own !== undefined && other !== undefined && !jsonEquals(own, other)) return true;
  const [values, constant] = [merged["enum"], own ?? other];
  if (isJsonArray(values) && values.length === 0) return true;
  if (isJsonArray(values) && constant !== undefined && !values.some((value) => jsonEquals(value, constant)))
    return true;
  if (isJsonArray(merged["type"]) && merged["type"].length === 0) return true;
  const properties = merged["properties"];
  return isJsonObject(properties) && stringList(merged["required"]).some((key) => member(properties, key) === false);
}

function mergeKeyword(keyword: string, left: JsonValue, right: JsonValue): JsonValue {
  switch (keyword) {
    case "minimum":
    case "exclusiveMinimum":
    case "minLength":
    case "minItems":
    case "minProperties":
      return typeof left === "number" && typeof right === "number" ? Math.max(left, right) : left;
    case "maximum":
    case "exclusiveMaximum":
    case "maxLength":
    case "maxItems":
    case "maxProperties":
      return typeof left === "number" && typeof right === "number" ? Math.min(left, right) : left;
    case "required":
      return [...new Set([...stringList(left), ...stringList(right)])];
    case "enum":
      return isJsonArray(left) && isJsonArray(right)
        ? left.filter((value) => right.some((other) => jsonEquals(value, other)))
        : left;
    case "not":
      return { anyOf: [left, right] };
    case "propertyNames":
    case "contains":
      return isSchema(left) && isSchema(right) ? mergeSchemas(left, right) : left;
    case "items":
      return mergeItems(left, right);
    default:
      return right;
  }
}

function mergeItems(left: JsonValue, right: JsonValue): JsonValue {
  if (isSchema(left) && isSchema(right)) return mergeSchemas(left, right);
  const [tuple, other] = isJsonArray(left) ? [left, right] : [isJsonArray(right) ? right : [], left];
  return tuple.map((item, index) => {
    const against = isJsonArray(other) ? (other[index] ?? true) : other;
    return isSchema(item) && isSchema(against) ? mergeSchemas(item, against) : item;
  });
}

function mergeTypes(left: JsonObject, right: JsonObject): readonly string[] | undefined {
  const [own, other] = [typesOf(left), typesOf(right)];
  if (own === undefined || other === undefined) return own ?? other;
  return [...new Set([...own.filter((type) => covers(other, type)), ...other.filter((type) => covers(own, type))])];
}

function covers(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

/** Properties of both; one that the other side forbids or types through `additionalProperties` is narrowed by that. */
function mergeMembers(left: JsonObject, right: JsonObject): JsonObject {
  const names = new Set(
    [...schemaEntries(left["properties"]), ...schemaEntries(right["properties"])].map(([name]) => name),
  );
  const properties = [...names].map(
    (name) => [name, mergeSchemas(memberSchema(left, name), memberSchema(right, name))] as const,
  );
  const additional = [left, right].map((schema) => schema["additionalProperties"]).filter(isSchema);
  return {
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(additional.length === 0 ? {} : { additionalProperties: additional.reduce(mergeSchemas) }),
  };
}

function memberSchema(schema: JsonObject, name: string): JsonSchema {
  const own = isJsonObject(schema["properties"]) ? member(schema["properties"], name) : undefined;
  if (isSchema(own)) return own;
  const { additionalProperties, patternProperties } = schema;
  return isSchema(additionalProperties) && patternProperties === undefined ? additionalProperties : true;
}
