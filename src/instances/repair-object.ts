import type { JsonObject } from "../support/json.js";

/** Beyond this many keys a repair would cost more than another try. */
const MOST_KEYS = 64;

/**
 * Takes keys out of an object, one at a time, until it is accepted: what a `not` or a `oneOf` of required keys asks for.
 * Undefined where that does not help. For example `{ runId, executionId }` becomes `{ runId }` where only one may be there.
 */
export function repairObject(value: JsonObject, accepts: (candidate: JsonObject) => boolean): JsonObject | undefined {
  const keys = Object.keys(value);
  if (keys.length > MOST_KEYS) return undefined;
  const without = (dropped: ReadonlySet<string>): JsonObject =>
    Object.fromEntries(Object.entries(value).filter(([key]) => !dropped.has(key)));
  for (const key of keys) {
    const candidate = without(new Set([key]));
    if (accepts(candidate)) return candidate;
  }
  for (const [index, first] of keys.entries()) {
    for (const second of keys.slice(index + 1, 16)) {
      const candidate = without(new Set([first, second]));
      if (accepts(candidate)) return candidate;
    }
  }
  return undefined;
}
