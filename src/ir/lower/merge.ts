import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { JsonSchema } from "../types.js";
import type { Dereference } from "./references.js";
import { ANNOTATIONS } from "./keywords.js";

/**
 * Keywords that narrow which values are valid without a shape of their own. A static type leaves them to the validators.
 */
const NARROWING: ReadonlySet<string> = new Set([
  "contains",
  "dependencies",
  "else",
  "if",
  "maxProperties",
  "minProperties",
  "not",
  "propertyNames",
  "then",
  "uniqueItems",
]);

const UNION_KEYWORDS = ["anyOf", "oneOf"] as const;

function membersOf(schema: JsonObject): readonly JsonValue[] | undefined {
  const members = schema["anyOf"] ?? schema["oneOf"];
  return isJsonArray(members) ? members : undefined;
}

function propertiesOf(schema: JsonObject): JsonObject {
  const { properties } = schema;
  return isJsonObject(properties) ? properties : {};
}

function without(schema: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}

/** Whether a schema has no shape of its own: it only narrows, or refines properties that `base` declares already. */
function onlyNarrows(schema: JsonValue, base: JsonObject): boolean {
  if (!isJsonObject(schema)) return schema === true;
  const { allOf, type, properties, required: _, ...rest } = without(schema, [...ANNOTATIONS, ...NARROWING]);
  const { anyOf, oneOf, additionalProperties, ...others } = rest;
  const members = [allOf, anyOf, oneOf].flatMap((list) => (isJsonArray(list) ? list : []));
  const names = isJsonObject(properties) ? Object.keys(properties) : [];
  const known = propertiesOf(base);
  return (
    (type === undefined || type === "object") &&
    additionalProperties !== true &&
    !isJsonObject(additionalProperties) &&
    names.every((name) => Object.hasOwn(known, name)) &&
    members.every((member) => onlyNarrows(member, base)) &&
    Object.keys(others).length === 0
  );
}

function mergeProperties(left: JsonObject, right: JsonObject): JsonObject {
  const merged = new Map(Object.entries(left));
  for (const [name, schema] of Object.entries(right)) {
    const before = merged.get(name);
    const wasOpen =
      before === undefined || before === true || (isJsonObject(before) && Object.keys(before).length === 0);
    merged.set(
      name,
      wasOpen ? schema : JSON.stringify(before) === JSON.stringify(schema) ? before : { allOf: [before, schema] },
    );
  }
  return Object.fromEntries(merged);
}

function mergeTypes(left: JsonValue, right: JsonValue): JsonValue | undefined {
  if (left === right) return left;
  const pair = [left, right];
  if (pair.includes("integer") && pair.includes("number")) return "integer";
  return undefined;
}

/** The value of one keyword that both schemas have; undefined where the two cannot be said as one. */
function mergeKeyword(keyword: string, left: JsonValue, right: JsonValue): JsonValue | undefined {
  switch (keyword) {
    case "type":
      return mergeTypes(left, right);
    case "properties":
      return isJsonObject(left) && isJsonObject(right) ? mergeProperties(left, right) : undefined;
    case "required":
      return isJsonArray(left) && isJsonArray(right) ? [...new Set([...left, ...right])] : undefined;
    case "additionalProperties":
      return left === false || right === false
        ? false
        : left === true
          ? right
          : right === true
            ? left
            : { allOf: [left, right] };
    case "items":
      return isJsonArray(left) || isJsonArray(right) ? undefined : { allOf: [left, right] };
    case "minimum":
    case "minLength":
    case "minItems":
    case "minProperties":
    case "exclusiveMinimum":
      return typeof left === "number" && typeof right === "number" ? Math.max(left, right) : undefined;
    case "maximum":
    case "maxLength":
    case "maxItems":
    case "maxProperties":
    case "exclusiveMaximum":
      return typeof left === "number" && typeof right === "number" ? Math.min(left, right) : undefined;
    default:
      return ANNOTATIONS.has(keyword) || NARROWING.has(keyword) || JSON.stringify(left) === JSON.stringify(right)
        ? left
        : undefined;
  }
}

function mergeFlat(left: JsonObject, right: JsonObject): JsonObject | undefined {
  const merged = new Map(Object.entries(left));
  for (const [keyword, value] of Object.entries(right)) {
    const before = merged.get(keyword);
    const after = before === undefined ? value : mergeKeyword(keyword, before, value);
    // Two patterns or formats have no common form: the type stays, the validators hold both.
    if (after === undefined && keyword !== "pattern" && keyword !== "format" && keyword !== "multipleOf")
      return undefined;
    if (after !== undefined) merged.set(keyword, after);
  }
  return Object.fromEntries(merged);
}

/** Distributes an intersection over a union: `A & (B | C)` is `(A & B) | (A & C)`. */
function distribute(base: JsonObject, union: JsonObject, dereference: Dereference): JsonObject | undefined {
  const keyword = UNION_KEYWORDS.find((key) => isJsonArray(union[key])) ?? "anyOf";
  const shared = mergeFlat(base, without(union, UNION_KEYWORDS));
  if (shared === undefined) return undefined;
  const { description, title, default: fallback, ...repeated } = shared;
  const variants: JsonObject[] = [];
  for (const member of membersOf(union) ?? []) {
    const merged = mergePair(repeated, member, dereference);
    if (merged === undefined) return undefined;
    variants.push(merged);
  }
  const notes = { description, title, default: fallback };
  const kept = Object.entries(notes).flatMap(([key, value]): [string, JsonValue][] =>
    value === undefined ? [] : [[key, value]],
  );
  return { ...Object.fromEntries(kept), [keyword]: variants };
}

function mergePair(left: JsonObject, right: JsonValue, dereference: Dereference): JsonObject | undefined {
  if (right === true) return left;
  if (!isJsonObject(right)) return undefined;
  const target = dereference(right);
  const flat = isJsonObject(target) ? mergeAllOf(target, dereference) : undefined;
  if (flat === undefined) return target === true ? left : undefined;
  if (onlyNarrows(flat, left) && left["type"] !== undefined) {
    const required = mergeKeyword("required", left["required"] ?? [], flat["required"] ?? []);
    return isJsonArray(required) && required.length > 0 ? { ...left, required } : left;
  }
  if (membersOf(flat) !== undefined) return distribute(left, flat, dereference);
  if (membersOf(left) !== undefined) return distribute(flat, left, dereference);
  return mergeFlat(left, flat);
}

/**
 * Says an intersection as one schema: `allOf`, and a union beside properties, are merged into what stands beside them.
 * The result accepts everything that the original accepts; what only narrows (`not`, `if`, refined properties) is left
 * to the validators. Undefined where the parts have no common form. A schema without an intersection is returned as it is.
 */
export function mergeAllOf(schema: JsonObject, dereference: Dereference): JsonObject | undefined {
  const parts = isJsonArray(schema["allOf"]) ? schema["allOf"] : [];
  const hasShape = schema["properties"] !== undefined || typeof schema["type"] === "string";
  const besideShape = hasShape ? UNION_KEYWORDS.filter((key) => isJsonArray(schema[key])) : [];
  if (parts.length === 0 && besideShape.length === 0) return schema;
  const unions = besideShape.map((key): JsonObject => ({ [key]: schema[key] ?? [] }));
  let merged: JsonObject | undefined = without(schema, ["allOf", ...besideShape]);
  for (const part of [...parts, ...unions]) {
    if (merged === undefined) return undefined;
    merged = mergePair(merged, part, dereference);
  }
  return merged;
}

/** Whether a schema accepts everything: it says nothing but annotations. */
export function isOpen(schema: JsonSchema): boolean {
  return schema === true || (typeof schema === "object" && Object.keys(schema).every((key) => ANNOTATIONS.has(key)));
}
