import type { Assertion } from "../../json-schema/keywords.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";
import { comparedAs, limitOf } from "./compared-keywords.js";
import type { Comparison } from "./comparison.js";
import type { ConstraintDetail } from "./difference.js";
import { isolate, withKeywords } from "./isolate.js";
import type { Place } from "./spot.js";
import { objectUnionIn } from "./view.js";

/** Emits every keyword that limits values otherwise than the structure does, such as `maxLength`, `pattern` or `not`. */
export function compareConstraints(comparison: Comparison, place: Place): void {
  const [previous, current] = [place.previous.schema, place.current.schema];
  if (!isJsonObject(previous) || !isJsonObject(current)) return;
  const limits = [...Object.keys(previous), ...Object.keys(current)].map(limitOf);
  for (const keyword of new Set(limits.filter((limit) => limit !== undefined))) {
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
  const keywords = [keyword, ...partsOf(keyword)];
  comparison.emit({
    kind: "constraint",
    ...constraint,
    effect: effectOf(keyword, previous, current),
    place,
    isolated: isolate(place, (writer, reader) => withKeywords(writer, reader, keywords)),
    towards: [],
  });
}

function partsOf(keyword: string): readonly string[] {
  const compared = comparedAs(keyword);
  return compared?.as === "limit" ? (compared.with ?? []) : [];
}

function read(schema: JsonObject, keyword: Assertion): JsonValue | undefined {
  const value = schema[keyword];
  if (value !== undefined && partsOf(keyword).length > 0) {
    return Object.fromEntries<JsonValue>(Object.entries(schema).filter(([name]) => limitOf(name) === keyword));
  }
  const compared = comparedAs(keyword);
  return compared?.as === "limit" && value === compared.neutral ? undefined : value;
}

function effectOf(
  keyword: string,
  previous: JsonValue | undefined,
  current: JsonValue | undefined,
): ConstraintDetail["effect"] {
  if (previous === undefined) return "narrowed";
  if (current === undefined) return "widened";
  const compared = comparedAs(keyword);
  const narrowerWhen = compared === undefined || compared.as === "part" ? undefined : compared.narrowerWhen;
  if (typeof previous !== "number" || typeof current !== "number" || narrowerWhen === undefined) return "changed";
  return (narrowerWhen === "smaller") === current < previous ? "narrowed" : "widened";
}
