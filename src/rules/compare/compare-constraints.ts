import { isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";
import { ANNOTATION_KEYWORDS } from "./annotation-keywords.js";
import type { Comparison } from "./comparison.js";
import type { ConstraintDetail } from "./difference.js";
import { isolate, withKeywords } from "./isolate.js";
import type { Place } from "./spot.js";
import { objectUnionIn } from "./view.js";

/** Compared elsewhere: types as types, constants as values, members as places. */
const STRUCTURAL = new Set([
  "type",
  "const",
  "enum",
  "properties",
  "required",
  "additionalProperties",
  "patternProperties",
  "items",
  "additionalItems",
  "$ref",
  "definitions",
  "$defs",
]);
/** What the absence of a keyword means the same as. */
const NEUTRAL: Readonly<Record<string, JsonValue>> = {
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  uniqueItems: false,
  not: false,
};

/** Emits every keyword that limits values otherwise than the structure does, such as `maxLength`, `pattern` or `not`. */
export function compareConstraints(comparison: Comparison, place: Place): void {
  const [previous, current] = [place.previous.schema, place.current.schema];
  if (!isJsonObject(previous) || !isJsonObject(current)) return;
  const keywords = new Set([...Object.keys(previous), ...Object.keys(current)].map(together));
  for (const keyword of keywords) {
    if (STRUCTURAL.has(keyword) || ANNOTATION_KEYWORDS.has(keyword) || isUnknown(keyword)) continue;
    if ((keyword === "anyOf" || keyword === "oneOf") && isComparedAsUnion(place, keyword)) continue;
    emitConstraint(comparison, place, { keyword, previous: read(previous, keyword), current: read(current, keyword) });
  }
}

function isComparedAsUnion({ previous, current }: Place, keyword: "anyOf" | "oneOf"): boolean {
  return objectUnionIn(previous, keyword) !== undefined && objectUnionIn(current, keyword) !== undefined;
}

/** Emits one keyword where it says something else. */
export function emitConstraint(
  comparison: Comparison,
  place: Place,
  constraint: Omit<ConstraintDetail, "kind" | "effect">,
): void {
  const { keyword, previous, current } = constraint;
  if (stableJson(previous ?? null) === stableJson(current ?? null)) return;
  const keywords = keyword === "if" ? ["if", "then", "else"] : [keyword];
  comparison.emit({
    kind: "constraint",
    ...constraint,
    effect: effectOf(keyword, previous, current),
    place,
    isolated: isolate(place, (writer, reader) => withKeywords(writer, reader, keywords)),
    towards: [],
  });
}

const LIMITING = new Set([
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "contains",
  "propertyNames",
  "dependencies",
  "pattern",
  "format",
  "multipleOf",
  "uniqueItems",
]);

/** Keywords outside draft-07, such as `x-since`, limit nothing. */
function isUnknown(keyword: string): boolean {
  return !LIMITING.has(keyword) && !/^(min|max|exclusiveMin|exclusiveMax)(imum|Length|Items|Properties)$/.test(keyword);
}

function together(keyword: string): string {
  return keyword === "then" || keyword === "else" ? "if" : keyword;
}

function read(schema: JsonObject, keyword: string): JsonValue | undefined {
  if (keyword === "if" && schema["if"] !== undefined) {
    return Object.fromEntries<JsonValue>(Object.entries(schema).filter(([name]) => together(name) === "if"));
  }
  const value = schema[keyword];
  return value === NEUTRAL[keyword] ? undefined : value;
}

function effectOf(
  keyword: string,
  previous: JsonValue | undefined,
  current: JsonValue | undefined,
): ConstraintDetail["effect"] {
  if (previous === undefined) return "narrowed";
  if (current === undefined) return "widened";
  if (typeof previous !== "number" || typeof current !== "number" || keyword === "multipleOf") return "changed";
  const smallerIsNarrower = keyword.startsWith("max") || keyword.startsWith("exclusiveMax");
  return smallerIsNarrower === current < previous ? "narrowed" : "widened";
}
