import type { Dereference } from "../../json-schema/references.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../support/json.js";
import type { Deprecation } from "../types.js";
import { deprecationOf, docOf } from "./annotations.js";

/** One constant that a schema allows. For example `{ value: "main" }`. */
export interface Constant {
  readonly value: JsonValue;
  readonly doc: string | undefined;
  readonly deprecated: Deprecation | undefined;
}

/**
 * The constants that a schema allows, if it allows nothing else: `const`, `enum`, or a union of such schemas.
 * Undefined for any other schema.
 */
export function constantsOf(schema: JsonValue, dereference: Dereference, depth = 0): readonly Constant[] | undefined {
  if (!isJsonObject(schema) || depth > 20) return undefined;
  const target = dereference(schema);
  if (!isJsonObject(target)) return undefined;
  const notes = { doc: docOf(target), deprecated: deprecationOf(target) };
  const { const: constant, enum: values, anyOf, oneOf, type } = target;
  if (constant !== undefined) return [{ value: constant, ...notes }];
  if (isJsonArray(values)) return values.map((value) => ({ value, doc: undefined, deprecated: undefined }));
  if (type === "null") return [{ value: null, ...notes }];
  const members = anyOf ?? oneOf;
  if (!isJsonArray(members) || target["properties"] !== undefined) return undefined;
  return constantsOfAll(members, dereference, depth + 1);
}

/** The constants of several schemas together, if none of them allows anything else. */
export function constantsOfAll(
  schemas: readonly JsonValue[],
  dereference: Dereference,
  depth = 0,
): readonly Constant[] | undefined {
  const found: Constant[] = [];
  for (const schema of schemas) {
    const inner = constantsOf(schema, dereference, depth);
    if (inner === undefined) return undefined;
    found.push(...inner);
  }
  return found;
}
