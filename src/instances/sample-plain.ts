import { keywordRow } from "../json-schema/keywords.js";
import { type JsonSchema, typesOf } from "../json-schema/schema.js";
import { isJsonArray, type JsonObject, type JsonValue } from "../support/json.js";
import { sampleArray } from "./sample-array.js";
import { sampleObject } from "./sample-object.js";
import type { Sampling } from "./sampling.js";
import { randomScalar, scalarCases } from "./scalar-values.js";

/** Makes a value for a schema without references, unions and conditions; undefined where none was found. */
export type PlainSampler = (schema: JsonSchema, depth: number) => JsonValue | undefined;

const TYPES: readonly string[] = ["string", "null", "integer", "boolean", "object", "number", "array"];

/** Makes a maker of such values, which remembers the cases of scalars. */
export function createPlainSampler(sampling: Sampling): PlainSampler {
  const scalars = new WeakMap<object, Map<string, readonly JsonValue[]>>();
  // What `true` stands for: one object, so that its cases take turns.
  const anything: JsonObject = {};
  const scalarValues = (schema: JsonObject, type: string): readonly JsonValue[] => {
    const known = scalars.get(schema)?.get(type);
    if (known !== undefined) return known;
    const values = scalarCases(schema, type, sampling.random);
    scalars.set(schema, (scalars.get(schema) ?? new Map<string, readonly JsonValue[]>()).set(type, values));
    return values;
  };
  const sampleScalar = (schema: JsonObject, type: string): JsonValue | undefined => {
    const values = scalarValues(schema, type);
    const index = sampling.turn(schema, "value", values.length * 2);
    return values[index] ?? randomScalar(schema, type, sampling.random) ?? values[index - values.length];
  };
  const samplePlain: PlainSampler = (schema, depth) => {
    if (typeof schema === "boolean") return schema ? samplePlain(anything, depth) : undefined;
    if (schema["const"] !== undefined) return schema["const"];
    const types = allowedTypes(schema, depth);
    if (isJsonArray(schema["enum"])) return schema["enum"][sampling.turn(schema, "value", schema["enum"].length)];
    const type = types[sampling.turn(schema, "branch", types.length)];
    if (type === "object") return sampleObject(schema, depth, sampling);
    if (type === "array") return sampleArray(schema, depth, sampling);
    return type === undefined || type === "null" ? null : sampleScalar(schema, type);
  };
  return samplePlain;
}

function allowedTypes(schema: JsonObject, depth: number): readonly string[] {
  const types = typesOf(schema) ?? impliedTypes(schema) ?? TYPES;
  const shallow = depth > 6 ? types.filter((type) => type !== "object" && type !== "array") : types;
  return shallow.length === 0 || typesOf(schema) !== undefined ? types : shallow;
}

/** The type that a schema without `type` evidently speaks of. */
function impliedTypes(schema: JsonObject): readonly string[] | undefined {
  const spoken = new Set(Object.keys(schema).map((keyword) => keywordRow(keyword)?.of));
  const type = (["object", "array", "string", "number"] as const).find((name) => spoken.has(name));
  return type === undefined ? undefined : [type];
}
