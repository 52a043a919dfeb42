import type { JsonSchema } from "../../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { MapConstraints, TypeExpr } from "../type-expr.js";
import type { Additional, PatternProperties, Property } from "../types.js";
import { deprecationOf, docOf } from "./annotations.js";
import type { Lowering } from "./lowering.js";
import { type Place, stepFrom, stepInto } from "./place.js";
import type { Shape } from "./shape.js";

/** Keys of every sort. A pattern that matches them all is no restriction, however its author spelt it. */
const PROBES = ["", "a", "Z", "0", "-1", "a b", ".", "/", "$id", "__proto__", "é", "日本", "😀"] as const;

function matchesEveryKey(pattern: string): boolean {
  try {
    const expression = new RegExp(pattern, "u");
    return PROBES.every((probe) => expression.test(probe));
  } catch {
    return false;
  }
}

function asSchema(value: JsonValue | undefined): JsonSchema | undefined {
  return typeof value === "boolean" || isJsonObject(value) ? value : undefined;
}

function mapConstraints(schema: JsonObject): MapConstraints {
  const { minProperties, maxProperties } = schema;
  return {
    ...(typeof minProperties === "number" ? { minProperties } : {}),
    ...(typeof maxProperties === "number" ? { maxProperties } : {}),
  };
}

function patternsOf(schema: JsonObject): readonly (readonly [pattern: string, schema: JsonSchema])[] {
  const { patternProperties } = schema;
  if (!isJsonObject(patternProperties)) return [];
  return Object.entries(patternProperties).map(([pattern, value]) => [pattern, asSchema(value) ?? true]);
}

/** An object without properties of its own: a map, unless it is closed or has several patterns. */
function lowerMap(lowering: Lowering, schema: JsonObject, place: Place): TypeExpr | undefined {
  const patterns = patternsOf(schema);
  const [first] = patterns;
  const additional = asSchema(schema["additionalProperties"]);
  const map = (values: JsonSchema, keyPattern: string | undefined): TypeExpr => ({
    kind: "map",
    values: lowering.lowerType(values, stepInto(place, { kind: "values" })),
    keyPattern,
    constraints: mapConstraints(schema),
  });
  if (first === undefined) return additional === false ? undefined : map(additional ?? true, undefined);
  if (patterns.length > 1) return undefined;
  const [pattern, values] = first;
  if (matchesEveryKey(pattern)) return map(values, undefined);
  return additional === undefined || additional === false ? map(values, pattern) : undefined;
}

function propertyDoc(lowering: Lowering, schema: JsonSchema, at: { type: TypeExpr; path: string }): string | undefined {
  const own = typeof schema === "object" ? docOf(schema) : undefined;
  if (at.type.kind === "ref" && own !== undefined) {
    const definition = lowering.definitions.get(at.type.target);
    if (typeof definition === "object" && docOf(definition) === own) return undefined;
  }
  return own ?? lowering.docs.get(at.path);
}

function lowerProperty(
  lowering: Lowering,
  property: { wireName: string; schema: JsonSchema; required: boolean },
  owner: Place,
): Property {
  const { wireName, schema, required } = property;
  const place = stepFrom(owner, { kind: "property", wireName });
  const type = lowering.lowerType(schema, place);
  return {
    wireName,
    type,
    presence: required ? "required" : "optional",
    doc: propertyDoc(lowering, schema, { type, path: place.path }),
    deprecated: typeof schema === "object" ? deprecationOf(schema) : undefined,
    default: typeof schema === "object" ? schema["default"] : undefined,
  };
}

function additionalOf(lowering: Lowering, schema: JsonObject, place: Place): Additional {
  if (schema["unevaluatedProperties"] === false) return "forbidden";
  const additional = asSchema(schema["additionalProperties"]);
  if (additional === false) return "forbidden";
  if (additional === undefined || additional === true) return "ignored";
  return lowering.lowerType(additional, stepFrom(place, { kind: "values" }));
}

/** An object with properties, or a map. Keys that are required but not declared are properties of any type. */
export function lowerObject(lowering: Lowering, schema: JsonObject, place: Place): Shape {
  const declared = isJsonObject(schema["properties"]) ? Object.entries(schema["properties"]) : undefined;
  const names = isJsonArray(schema["required"]) ? schema["required"].filter((name) => typeof name === "string") : [];
  if (declared === undefined && names.length === 0) {
    const map = lowerMap(lowering, schema, place);
    if (map !== undefined) return map;
  }
  const required = new Set(names);
  const known = new Set((declared ?? []).map(([name]) => name));
  const undeclared = [...required].filter((name) => !known.has(name)).map((name): [string, JsonValue] => [name, true]);
  const properties = [...(declared ?? []), ...undeclared].map(([wireName, value]) =>
    lowerProperty(lowering, { wireName, schema: asSchema(value) ?? true, required: required.has(wireName) }, place),
  );
  const patterns = patternsOf(schema).map(([pattern, values]): PatternProperties => ({
    pattern,
    type: lowering.lowerType(values, stepFrom(place, { kind: "values" })),
  }));
  return { kind: "object", properties, additional: additionalOf(lowering, schema, place), patterns };
}
