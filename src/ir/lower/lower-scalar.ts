import type { JsonObject, JsonValue } from "../../support/json.js";
import type { NumericConstraints, StringConstraints, TypeExpr } from "../type-expr.js";

function pick<K extends string, V extends JsonValue>(
  schema: JsonObject,
  keys: readonly K[],
  is: (value: JsonValue | undefined) => value is V,
): { readonly [P in K]?: V } {
  const picked: { [P in K]?: V } = {};
  for (const key of keys) {
    const value = schema[key];
    if (is(value)) picked[key] = value;
  }
  return picked;
}

const isNumber = (value: JsonValue | undefined): value is number => typeof value === "number";
const isString = (value: JsonValue | undefined): value is string => typeof value === "string";

function stringConstraints(schema: JsonObject): StringConstraints {
  return { ...pick(schema, ["minLength", "maxLength"], isNumber), ...pick(schema, ["pattern", "format"], isString) };
}

function numericConstraints(schema: JsonObject): NumericConstraints {
  return pick(schema, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"], isNumber);
}

/** A schema whose `type` is one of the scalar types. */
export function lowerScalar(type: string, schema: JsonObject): TypeExpr {
  switch (type) {
    case "string":
      return { kind: "string", constraints: stringConstraints(schema) };
    case "number":
      return { kind: "number", constraints: numericConstraints(schema) };
    case "integer":
      return { kind: "integer", constraints: numericConstraints(schema) };
    case "boolean":
      return { kind: "boolean" };
    case "null":
      return { kind: "null" };
    default:
      return { kind: "unknown", reason: { construct: `type ${type}` } };
  }
}
