import type { JsonObject, JsonValue } from "../../support/json.js";
import type {
  ArrayConstraints,
  NumericConstraints,
  MapConstraints,
  StringConstraints,
  TypeExpr,
} from "../type-expr.js";

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

/** How many elements an array has, and whether they differ. */
export function arrayConstraints(schema: JsonObject): ArrayConstraints {
  const unique = schema["uniqueItems"] === true ? { uniqueItems: true } : {};
  return { ...pick(schema, ["minItems", "maxItems"], isNumber), ...unique };
}

/** How many keys an object has. */
export function sizeConstraints(schema: JsonObject): MapConstraints {
  return pick(schema, ["minProperties", "maxProperties"], isNumber);
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
