import type { JsonValue } from "../support/json.js";
import { stableJson } from "../support/stable-json.js";

/** Whether two values are equal as `const`, `enum` and `uniqueItems` see it: key order does not matter. */
export function jsonEquals(left: JsonValue, right: JsonValue): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object") return false;
  return stableJson(left) === stableJson(right);
}
