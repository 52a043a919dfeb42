import { schemaList } from "../../json-schema/schema.js";
import { isJsonObject } from "../../support/json.js";
import { indexedPath } from "../../schema-path/schema-path.js";
import type { Comparison } from "./comparison.js";
import { emitConstraint } from "./compare-constraints.js";
import { type Place, type Spot, spotIn } from "./spot.js";

/** Compares the items of two arrays. */
export function compareArrays(comparison: Comparison, place: Place): void {
  compareInside(comparison, place, "items");
}

/** Compares two tuples element by element, then what may follow. */
export function compareTuples(comparison: Comparison, place: Place): void {
  const [before, after] = [lengthOf(place.previous), lengthOf(place.current)];
  for (let index = 0; index < Math.min(before, after); index += 1) {
    const previous = spotIn(place.previous, "items", `${index}`);
    const current = spotIn(place.current, "items", `${index}`);
    if (previous !== undefined && current !== undefined) {
      comparison.walk({ path: indexedPath(place.path, "items", index), previous, current });
    }
  }
  if (before !== after) emitConstraint(comparison, place, { keyword: "items", previous: before, current: after });
  compareInside(comparison, place, "additionalItems");
}

/** Compares what stands under a keyword; without one everything is allowed, which is a limit that comes or goes. */
function compareInside(comparison: Comparison, place: Place, keyword: "items" | "additionalItems"): void {
  const [previous, current] = [spotIn(place.previous, keyword), spotIn(place.current, keyword)];
  if (previous !== undefined && current !== undefined) {
    comparison.walk({ path: `${place.path}.${keyword}`, previous, current });
  } else if (previous !== undefined || current !== undefined) {
    emitConstraint(comparison, place, { keyword, previous: previous?.schema, current: current?.schema });
  }
}

function lengthOf({ schema }: Spot): number {
  return isJsonObject(schema) ? schemaList(schema["items"]).length : 0;
}
