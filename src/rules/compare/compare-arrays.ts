import { isSchema, schemaList } from "../../instances/keywords.js";
import { isJsonObject } from "../../support/json.js";
import { indexedPath } from "../../ir/schema-path.js";
import type { Comparison } from "./comparison.js";
import { emitConstraint } from "./compare-constraints.js";
import { type Place, type Spot, spotIn } from "./spot.js";

/** Compares the items of two arrays. */
export function compareArrays(comparison: Comparison, place: Place): void {
  walkBoth(comparison, `${place.path}.items`, [inside(place.previous, "items"), inside(place.current, "items")]);
}

/** Compares two tuples element by element, then what may follow. */
export function compareTuples(comparison: Comparison, place: Place): void {
  const [before, after] = [lengthOf(place.previous), lengthOf(place.current)];
  for (let index = 0; index < Math.min(before, after); index += 1) {
    const spots = [spotIn(place.previous, "items", `${index}`), spotIn(place.current, "items", `${index}`)] as const;
    walkBoth(comparison, indexedPath(place.path, "items", index), spots);
  }
  if (before !== after) emitConstraint(comparison, place, { keyword: "items", previous: before, current: after });
  const rest = [inside(place.previous, "additionalItems"), inside(place.current, "additionalItems")] as const;
  walkBoth(comparison, `${place.path}.additionalItems`, rest);
}

function walkBoth(
  comparison: Comparison,
  path: string,
  [previous, current]: readonly [Spot | undefined, Spot | undefined],
): void {
  if (previous !== undefined && current !== undefined) comparison.walk({ path, previous, current });
}

/** What stands under a keyword whose absence allows everything. */
function inside(spot: Spot, keyword: string): Spot | undefined {
  return spotIn(spot, keyword) ?? { ...spot, pointer: `${spot.pointer}/${keyword}`, schema: true };
}

function lengthOf({ schema }: Spot): number {
  return isJsonObject(schema) ? schemaList(schema["items"]).filter(isSchema).length : 0;
}
