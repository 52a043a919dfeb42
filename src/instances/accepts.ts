import type { JsonSchema } from "../ir/types.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { stableJson } from "../support/stable-json.js";
import { compilePattern } from "./compile-pattern.js";
import { type Definitions, resolveReference } from "./definitions.js";
import { isMultiple } from "./is-multiple.js";
import { jsonEquals } from "./json-equals.js";
import { isSchema, member, numberOr, schemaEntries, schemaList, stringList, typesOf } from "./keywords.js";

/** Whether a value satisfies a schema. */
export type Acceptor = (schema: JsonSchema, value: JsonValue) => boolean;

/** Whether a text has a format. Without one, formats are not looked at. */
export type FormatTest = (format: string, text: string) => boolean;

/**
 * Makes a small interpreting draft-07 validator. It exists so that a sampler can check thousands of freshly merged
 * schemas that are not worth compiling; what has to be certain is checked with AJV.
 * For example `createAcceptor(definitions)({ type: "string" }, "text")` is true.
 */
export function createAcceptor(definitions: Definitions, hasFormat: FormatTest = () => true): Acceptor {
  const patterns = new Map<string, RegExp | undefined>();
  const matches = (pattern: string, text: string): boolean => {
    if (!patterns.has(pattern)) patterns.set(pattern, compilePattern(pattern));
    return patterns.get(pattern)?.test(text) ?? false;
  };
  const accepts: Acceptor = (schema, value) => {
    if (typeof schema === "boolean") return schema;
    return (
      acceptsReference(schema, value) &&
      acceptsAnything(schema, value) &&
      acceptsCombined(schema, value, accepts) &&
      (typeof value !== "string" || acceptsString(schema, value, { matches, hasFormat })) &&
      (typeof value !== "number" || acceptsNumber(schema, value)) &&
      (!isJsonArray(value) || acceptsArray(schema, value, accepts)) &&
      (!isJsonObject(value) || acceptsObject(schema, value, { accepts, matches }))
    );
  };
  const acceptsReference = (schema: JsonObject, value: JsonValue): boolean => {
    if (typeof schema["$ref"] !== "string") return true;
    const target = resolveReference(schema["$ref"], definitions);
    return target !== undefined && accepts(target, value);
  };
  return accepts;
}

type Matcher = (pattern: string, text: string) => boolean;

function acceptsAnything(schema: JsonObject, value: JsonValue): boolean {
  const types = typesOf(schema);
  if (types !== undefined && !types.some((type) => hasType(type, value))) return false;
  const constant = schema["const"];
  if (constant !== undefined && !jsonEquals(constant, value)) return false;
  const values = schema["enum"];
  return !isJsonArray(values) || values.some((item) => jsonEquals(item, value));
}

function hasType(type: string, value: JsonValue): boolean {
  if (type === "null") return value === null;
  if (type === "array") return isJsonArray(value);
  if (type === "object") return isJsonObject(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

function acceptsCombined(schema: JsonObject, value: JsonValue, accepts: Acceptor): boolean {
  const { allOf, anyOf, oneOf, not } = schema;
  if (isJsonArray(allOf) && !schemaList(allOf).every((item) => accepts(item, value))) return false;
  if (isJsonArray(anyOf) && !schemaList(anyOf).some((item) => accepts(item, value))) return false;
  if (isJsonArray(oneOf) && schemaList(oneOf).filter((item) => accepts(item, value)).length !== 1) return false;
  if (isSchema(not) && accepts(not, value)) return false;
  const condition = schema["if"];
  if (!isSchema(condition)) return true;
  const branch = accepts(condition, value) ? schema["then"] : schema["else"];
  return !isSchema(branch) || accepts(branch, value);
}

function acceptsString(
  schema: JsonObject,
  value: string,
  { matches, hasFormat }: { matches: Matcher; hasFormat: FormatTest },
): boolean {
  const { minLength, maxLength, pattern, format } = schema;
  if (typeof format === "string" && !hasFormat(format, value)) return false;
  if (typeof minLength === "number" || typeof maxLength === "number") {
    const length = [...value].length;
    if (length < numberOr(minLength, 0) || length > numberOr(maxLength, Infinity)) return false;
  }
  return typeof pattern !== "string" || matches(pattern, value);
}

function acceptsNumber(schema: JsonObject, value: number): boolean {
  const { multipleOf } = schema;
  return (
    value >= numberOr(schema["minimum"], -Infinity) &&
    value <= numberOr(schema["maximum"], Infinity) &&
    value > numberOr(schema["exclusiveMinimum"], -Infinity) &&
    value < numberOr(schema["exclusiveMaximum"], Infinity) &&
    (typeof multipleOf !== "number" || isMultiple(value, multipleOf))
  );
}

function acceptsArray(schema: JsonObject, value: readonly JsonValue[], accepts: Acceptor): boolean {
  const { items, additionalItems, contains, uniqueItems } = schema;
  if (value.length < numberOr(schema["minItems"], 0) || value.length > numberOr(schema["maxItems"], Infinity))
    return false;
  const tuple = isJsonArray(items) ? schemaList(items) : [];
  const rest = isJsonArray(items) ? additionalItems : items;
  const eachFits = value.every((item, index) => {
    const place = tuple[index] ?? rest;
    return !isSchema(place) || accepts(place, item);
  });
  if (!eachFits) return false;
  if (isSchema(contains) && !value.some((item) => accepts(contains, item))) return false;
  return uniqueItems !== true || new Set(value.map(stableJson)).size === value.length;
}

function acceptsObject(schema: JsonObject, value: JsonObject, tools: { accepts: Acceptor; matches: Matcher }): boolean {
  const keys = Object.keys(value);
  if (keys.length < numberOr(schema["minProperties"], 0) || keys.length > numberOr(schema["maxProperties"], Infinity))
    return false;
  if (stringList(schema["required"]).some((key) => !Object.hasOwn(value, key))) return false;
  const names = schema["propertyNames"];
  if (isSchema(names) && !keys.every((key) => tools.accepts(names, key))) return false;
  return (
    keys.every((key) => acceptsMember(schema, [key, value[key] ?? null], tools)) &&
    acceptsDependencies(schema, value, tools.accepts)
  );
}

function acceptsMember(
  schema: JsonObject,
  [key, item]: readonly [string, JsonValue],
  tools: { accepts: Acceptor; matches: Matcher },
): boolean {
  const { properties, patternProperties, additionalProperties } = schema;
  const places = schemaEntries(patternProperties)
    .filter(([pattern]) => tools.matches(pattern, key))
    .map(([, place]) => place);
  const own = isJsonObject(properties) ? member(properties, key) : undefined;
  if (isSchema(own)) places.push(own);
  if (places.length === 0 && isSchema(additionalProperties)) places.push(additionalProperties);
  return places.every((place) => tools.accepts(place, item));
}

function acceptsDependencies(schema: JsonObject, value: JsonObject, accepts: Acceptor): boolean {
  const { dependencies } = schema;
  if (!isJsonObject(dependencies)) return true;
  return Object.entries(dependencies).every(([key, dependency]) => {
    if (!Object.hasOwn(value, key)) return true;
    if (isSchema(dependency)) return accepts(dependency, value);
    return stringList(dependency).every((needed) => Object.hasOwn(value, needed));
  });
}
