import { isJsonArray, isJsonObject, type JsonValue } from "../support/json.js";

/** A copy of a value with the one at `path` replaced. A path that leads nowhere changes nothing. */
export function replaceAt(
  value: JsonValue,
  path: readonly (string | number)[],
  change: (value: JsonValue) => JsonValue,
): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (isJsonArray(value)) return value.map((item, index) => (index === step ? replaceAt(item, rest, change) : item));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries<JsonValue>(
    Object.entries(value).map(([key, item]) => [key, key === step ? replaceAt(item, rest, change) : item]),
  );
}
