import { jsonEquals } from "../json-schema/equals.js";
import { type Assertion, isAssertion, keywordRow } from "../json-schema/keywords.js";
import { compilePattern } from "../json-schema/pattern.js";
import type { Matcher } from "../json-schema/regex/compile-regex.js";
import { type Definitions, resolveReference } from "../json-schema/references.js";
import {
  hasType,
  isSchema,
  type JsonSchema,
  member,
  numberOr,
  schemaEntries,
  schemaList,
  stringList,
} from "../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { stableJson } from "../support/stable-json.js";
import { isMultiple } from "./is-multiple.js";

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
  const patterns = new Map<string, Matcher | undefined>();
  const matches = (pattern: string, text: string): boolean => {
    if (!patterns.has(pattern)) patterns.set(pattern, compilePattern(pattern));
    return patterns.get(pattern)?.test(text) ?? false;
  };
  const accepts: Acceptor = (schema, value) => {
    if (typeof schema === "boolean") return schema;
    if (typeof schema["$ref"] === "string") {
      const target = resolveReference(schema["$ref"], definitions);
      if (target === undefined || !accepts(target, value)) return false;
    }
    const type = typeOfValue(value);
    return Object.keys(schema).every((keyword) => {
      if (!isAssertion(keyword)) return true;
      const speaksOf = keywordRow(keyword)?.of;
      const keywordValue = schema[keyword];
      return (
        keywordValue === undefined ||
        (speaksOf !== undefined && speaksOf !== type) ||
        TESTS[keyword](keywordValue, value, { schema, accepts, matches, hasFormat })
      );
    });
  };
  return accepts;
}

function typeOfValue(value: JsonValue): string {
  return isJsonArray(value) ? "array" : value === null ? "null" : typeof value;
}

/** What a keyword's test may need beside its own value. */
interface Tools {
  readonly schema: JsonObject;
  readonly accepts: Acceptor;
  readonly matches: (pattern: string, text: string) => boolean;
  readonly hasFormat: FormatTest;
}

/** Whether a value is what a keyword asks for; asked only of values that the keyword speaks of. */
type KeywordTest = (keyword: JsonValue, value: JsonValue, tools: Tools) => boolean;

/** Every keyword of draft-07 that decides which values are valid. */
const TESTS: Readonly<Record<Assertion, KeywordTest>> = {
  type: (types, value) =>
    (isJsonArray(types) ? stringList(types) : [String(types)]).some((type) => hasType(type, value)),
  const: jsonEquals,
  enum: (values, value) => isJsonArray(values) && values.some((item) => jsonEquals(item, value)),

  minLength: (limit, value) => lengthOf(value) >= numberOr(limit, 0),
  maxLength: (limit, value) => lengthOf(value) <= numberOr(limit, Infinity),
  pattern: (pattern, value, { matches }) => matches(String(pattern), String(value)),
  format: (format, value, { hasFormat }) => hasFormat(String(format), String(value)),

  minimum: (limit, value) => Number(value) >= numberOr(limit, -Infinity),
  maximum: (limit, value) => Number(value) <= numberOr(limit, Infinity),
  exclusiveMinimum: (limit, value) => Number(value) > numberOr(limit, -Infinity),
  exclusiveMaximum: (limit, value) => Number(value) < numberOr(limit, Infinity),
  multipleOf: (step, value) => isMultiple(Number(value), numberOr(step, 1)),

  items(items, value, { accepts }) {
    if (!isJsonArray(items)) return !isSchema(items) || itemsOf(value).every((item) => accepts(items, item));
    const places = schemaList(items);
    return itemsOf(value).every((item, index) => accepts(places[index] ?? true, item));
  },
  additionalItems(rest, value, { schema: { items }, accepts }) {
    if (!isJsonArray(items) || !isSchema(rest)) return true;
    return itemsOf(value)
      .slice(items.length)
      .every((item) => accepts(rest, item));
  },
  minItems: (limit, value) => itemsOf(value).length >= numberOr(limit, 0),
  maxItems: (limit, value) => itemsOf(value).length <= numberOr(limit, Infinity),
  uniqueItems: (unique, value) =>
    unique !== true || new Set(itemsOf(value).map(stableJson)).size === itemsOf(value).length,
  contains: (wanted, value, { accepts }) => !isSchema(wanted) || itemsOf(value).some((item) => accepts(wanted, item)),

  properties: (properties, value, { accepts }) =>
    schemaEntries(properties).every(([key, place]) => {
      const own = memberOf(value, key);
      return own === undefined || accepts(place, own);
    }),
  patternProperties: (places, value, { accepts, matches }) =>
    schemaEntries(places).every(([pattern, place]) =>
      entriesOf(value).every(([key, item]) => !matches(pattern, key) || accepts(place, item)),
    ),
  additionalProperties(rest, value, { schema, accepts, matches }) {
    if (!isSchema(rest)) return true;
    const { properties } = schema;
    const patterns = schemaEntries(schema["patternProperties"]).map(([pattern]) => pattern);
    const isDeclared = (key: string): boolean =>
      (isJsonObject(properties) && Object.hasOwn(properties, key)) || patterns.some((pattern) => matches(pattern, key));
    return entriesOf(value).every(([key, item]) => isDeclared(key) || accepts(rest, item));
  },
  required: (names, value) => stringList(names).every((name) => memberOf(value, name) !== undefined),
  minProperties: (limit, value) => entriesOf(value).length >= numberOr(limit, 0),
  maxProperties: (limit, value) => entriesOf(value).length <= numberOr(limit, Infinity),
  propertyNames: (names, value, { accepts }) =>
    !isSchema(names) || entriesOf(value).every(([key]) => accepts(names, key)),
  dependencies: (dependencies, value, { accepts }) =>
    entriesOf(dependencies).every(([key, dependency]) => {
      if (memberOf(value, key) === undefined) return true;
      if (isSchema(dependency)) return accepts(dependency, value);
      return stringList(dependency).every((name) => memberOf(value, name) !== undefined);
    }),

  allOf: (parts, value, { accepts }) => schemaList(parts).every((item) => accepts(item, value)),
  anyOf: (branches, value, { accepts }) => schemaList(branches).some((item) => accepts(item, value)),
  oneOf: (branches, value, { accepts }) => schemaList(branches).filter((item) => accepts(item, value)).length === 1,
  not: (refused, value, { accepts }) => !isSchema(refused) || !accepts(refused, value),
  if(condition, value, { schema, accepts }) {
    if (!isSchema(condition)) return true;
    const branch = accepts(condition, value) ? schema["then"] : schema["else"];
    return !isSchema(branch) || accepts(branch, value);
  },
  // Looked at with the condition.
  then: () => true,
  else: () => true,
};

function lengthOf(value: JsonValue): number {
  return [...String(value)].length;
}

function itemsOf(value: JsonValue): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function entriesOf(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function memberOf(value: JsonValue, key: string): JsonValue | undefined {
  return isJsonObject(value) ? member(value, key) : undefined;
}
