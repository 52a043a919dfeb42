import { isJsonObject, type JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";
import type { Comparison } from "./comparison.js";
import { isolate } from "./isolate.js";
import type { Place, Spot } from "./spot.js";

const KEYWORDS = ["default", "deprecated", "description"] as const;

/** Emits what a schema says of itself in another way. */
export function compareAnnotations(comparison: Comparison, place: Place): void {
  for (const keyword of KEYWORDS) {
    const [previous, current] = [read(place.previous, keyword), read(place.current, keyword)];
    if (stableJson(previous ?? null) === stableJson(current ?? null)) continue;
    const isolated = isolate(place, (writer) => writer);
    comparison.emit({ kind: "annotation", keyword, previous, current, place, isolated, towards: [] });
  }
}

function read({ schema }: Spot, keyword: string): JsonValue | undefined {
  return isJsonObject(schema) ? schema[keyword] : undefined;
}
