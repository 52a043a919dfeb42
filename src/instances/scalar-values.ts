import type { JsonObject, JsonValue } from "../support/json.js";
import { numberValues, randomNumber } from "./number-values.js";
import type { Random } from "./random.js";
import { randomString, stringValues } from "./string-values.js";

/** The values of a scalar type that are worth trying one by one. For example `true` and `false`. */
export function scalarCases(schema: JsonObject, type: string, random: Random): readonly JsonValue[] {
  if (type === "string") return stringValues(schema, random);
  if (type === "boolean") return [true, false];
  return type === "integer" || type === "number" ? numberValues(schema, type) : [null];
}

/** A value of a scalar type at random; undefined where its cases are all there is. */
export function randomScalar(schema: JsonObject, type: string | undefined, random: Random): JsonValue | undefined {
  if (type === "string") return randomString(schema, random);
  return type === "integer" || type === "number" ? randomNumber(schema, type, random) : undefined;
}
