import { compareCodeUnits } from "./compare-code-units.js";
import { isJsonArray, type JsonValue } from "./json.js";

/**
 * The one canonical text of a JSON value: no spaces, object keys in code-unit order.
 * Two values have the same text exactly if JSON Schema's `const` would call them equal.
 * For example `{b: 1, a: [true]}` gives `{"a":[true],"b":1}`.
 */
export function stableJson(value: JsonValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isJsonArray(value)) return `[${value.map(stableJson).join(",")}]`;
  const entries = Object.entries(value).toSorted(([left], [right]) => compareCodeUnits(left, right));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stableJson(item)}`).join(",")}}`;
}
