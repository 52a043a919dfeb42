import type { JsonSchema } from "../../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { ArrayConstraints, TypeExpr } from "../type-expr.js";
import type { Lowering } from "./lowering.js";
import { type Place, stepInto } from "./place.js";

function schemaOf(value: JsonValue | undefined): JsonSchema {
  return typeof value === "boolean" || isJsonObject(value) ? value : true;
}

function constraintsOf(schema: JsonObject): ArrayConstraints {
  const { minItems, maxItems, uniqueItems } = schema;
  return {
    ...(typeof minItems === "number" ? { minItems } : {}),
    ...(typeof maxItems === "number" ? { maxItems } : {}),
    ...(uniqueItems === true ? { uniqueItems } : {}),
  };
}

function lowerTuple(
  lowering: Lowering,
  schema: JsonObject,
  tuple: { items: readonly JsonValue[]; place: Place },
): TypeExpr {
  const { items, place } = tuple;
  const { minItems, maxItems, additionalItems } = schema;
  const elements = items.map((item, index) =>
    lowering.lowerType(schemaOf(item), stepInto(place, { kind: "element", index })),
  );
  const isClosed = additionalItems === false || (typeof maxItems === "number" && maxItems <= items.length);
  const rest = isClosed ? undefined : lowering.lowerType(schemaOf(additionalItems), stepInto(place, { kind: "items" }));
  const required = Math.min(typeof minItems === "number" ? minItems : 0, elements.length);
  return { kind: "tuple", elements, required, rest };
}

/** An array, or a tuple where `items` is a list. */
export function lowerArray(lowering: Lowering, schema: JsonObject, place: Place): TypeExpr {
  const { items } = schema;
  if (isJsonArray(items)) return lowerTuple(lowering, schema, { items, place });
  const inner = lowering.lowerType(schemaOf(items), stepInto(place, { kind: "items" }));
  return { kind: "array", items: inner, constraints: constraintsOf(schema) };
}
