import type { JsonSchema } from "../../json-schema/schema.js";
import { isJsonObject, type JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";
import type { Comparison } from "./comparison.js";
import { isolate } from "./isolate.js";
import type { Place } from "./spot.js";

const KEYWORDS = ["default", "deprecated", "description"] as const;

/** Schemas that speak of one place: the one that stands there, and the one in it that says what it is besides null. */
export type Speaking = readonly JsonSchema[];

/** Emits what is said of a place in another way. */
export function compareAnnotations(
  comparison: Comparison,
  place: Place,
  speaking: { readonly previous: Speaking; readonly current: Speaking },
): void {
  for (const keyword of KEYWORDS) {
    const [previous, current] = [read(speaking.previous, keyword), read(speaking.current, keyword)];
    if (stableJson(previous ?? null) === stableJson(current ?? null)) continue;
    const isolated = isolate(place, (writer) => writer);
    comparison.emit({ kind: "annotation", keyword, previous, current, place, isolated, towards: [] });
  }
}

function read(speaking: Speaking, keyword: string): JsonValue | undefined {
  const found = speaking.map((schema) => (isJsonObject(schema) ? schema[keyword] : undefined));
  return found.find((value) => value !== undefined);
}
