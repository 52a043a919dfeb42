import type { Dereference } from "../../json-schema/references.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { TypeExpr } from "../type-expr.js";
import type { EnumValue } from "../types.js";
import { type Constant, constantsOf, constantsOfAll } from "./constants.js";
import type { Shape } from "./shape.js";

function baseOf(values: readonly JsonValue[]): "string" | "integer" | "number" | undefined {
  if (values.every((value) => typeof value === "string")) return "string";
  if (values.every((value) => typeof value === "number")) {
    return values.every((value) => Number.isSafeInteger(value)) ? "integer" : "number";
  }
  return undefined;
}

function enumValues(constants: readonly Constant[]): readonly EnumValue[] {
  const known = new Map<string | number, EnumValue>();
  for (const { value, doc, deprecated } of constants) {
    if ((typeof value === "string" || typeof value === "number") && !known.has(value))
      known.set(value, { value, doc, deprecated });
  }
  return [...known.values()];
}

/** Constants of one JSON type as one shape: a literal, a boolean or an enum. Undefined for mixed ones. */
function shapeOfConstants(constants: readonly Constant[], open: boolean): Shape | undefined {
  const values = [...new Set(constants.map(({ value }) => value))];
  const [first] = values;
  if (values.length === 1 && !open) {
    return typeof first === "string" || typeof first === "number" || typeof first === "boolean"
      ? { kind: "literal", value: first }
      : undefined;
  }
  if (values.length === 2 && values.includes(true) && values.includes(false)) return { kind: "boolean" };
  const base = baseOf(values);
  return base === undefined || values.length === 0
    ? undefined
    : { kind: "enum", base, values: enumValues(constants), open };
}

/** Whether a schema allows any string, or any string of a pattern: what makes a union of constants an open enum. */
function isAnyString(schema: JsonValue, dereference: Dereference): boolean {
  if (!isJsonObject(schema)) return false;
  const target = dereference(schema);
  return (
    isJsonObject(target) && target["type"] === "string" && target["const"] === undefined && target["enum"] === undefined
  );
}

/** A schema that allows constants of one JSON type only, or such constants beside any string. Undefined for any other. */
export function lowerEnum(schema: JsonObject, dereference: Dereference): Shape | undefined {
  const constants = constantsOf(schema, dereference);
  if (constants !== undefined) return shapeOfConstants(constants, false) ?? mixedConstant(constants);
  const members = schema["anyOf"] ?? schema["oneOf"];
  if (!isJsonArray(members) || schema["properties"] !== undefined) return undefined;
  const closed = members.filter((member) => !isAnyString(member, dereference));
  if (closed.length === members.length || closed.length === 0) return undefined;
  const known = constantsOfAll(closed, dereference);
  const areStrings = known?.every(({ value }) => typeof value === "string") === true;
  return areStrings ? shapeOfConstants(known, true) : undefined;
}

/** A single constant that is an object or array has no static type of its own. */
function mixedConstant(constants: readonly Constant[]): TypeExpr | undefined {
  const isStructured = constants.some(({ value }) => typeof value === "object" && value !== null);
  return isStructured ? { kind: "unknown", reason: { construct: "constant object or array" } } : undefined;
}
