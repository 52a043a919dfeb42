/** A value that JSON can hold. For example `{ "type": "string", "minLength": 1 }`. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object, keys in the author's order. For example `{ "minLength": 1 }`. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Whether a value is a plain record: neither null nor an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a JSON value is an object. The same test as `isRecord`, for values that are known to be JSON. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a JSON value is an array. `Array.isArray` does not narrow a readonly array. */
export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
