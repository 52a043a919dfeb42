import type { JsonSchema } from "../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../support/json.js";

/** Every `const` and `enum` value anywhere in a schema, in document order, without repeats of scalars. */
export function constantsOf(schema: JsonSchema): readonly JsonValue[] {
  const found = new Set<JsonValue>();
  const visit = (value: JsonValue): void => {
    if (isJsonArray(value)) for (const item of value) visit(item);
    if (!isJsonObject(value)) return;
    if (value["const"] !== undefined) found.add(value["const"]);
    if (isJsonArray(value["enum"])) for (const item of value["enum"]) found.add(item);
    for (const item of Object.values(value)) visit(item);
  };
  visit(schema);
  return [...found];
}
