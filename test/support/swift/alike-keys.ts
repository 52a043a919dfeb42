import { isJsonArray, isJsonObject, type JsonValue } from "../../../src/support/json.js";

/**
 * Whether an object somewhere has two keys that look alike though their bytes differ. `JSONDecoder` takes them for one.
 * For example `é` as one code point, and as `e` with an accent.
 */
export function hasAlikeKeys(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.some(hasAlikeKeys);
  if (!isJsonObject(value)) return false;
  const keys = Object.keys(value);
  const isAlike = new Set(keys.map((key) => key.normalize("NFC"))).size < keys.length;
  return isAlike || Object.values(value).some(hasAlikeKeys);
}
