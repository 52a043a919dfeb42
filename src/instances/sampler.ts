import type { JsonSchema } from "../ir/types.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { createAcceptor } from "./accepts.js";
import type { Definitions } from "./definitions.js";
import { type BranchOrder, createExpander } from "./expand-schema.js";
import { schemaList, typesOf } from "./keywords.js";
import { createRandom } from "./random.js";
import { repairObject } from "./repair-object.js";
import { sampleArray } from "./sample-array.js";
import { sampleObject } from "./sample-object.js";
import type { Extent, Sampling } from "./sampling.js";
import { randomScalar, scalarCases } from "./scalar-values.js";

/** How deep references may nest, and how many values one instance may hold, before only what must be there is made. */
const DEEPEST = 24;
const LARGEST = 400;
const ATTEMPTS = 16;
const TYPES: readonly string[] = ["string", "null", "integer", "boolean", "object", "number", "array"];
const CHECKED: readonly string[] = [
  "$ref",
  "allOf",
  "oneOf",
  "not",
  "if",
  "contains",
  "uniqueItems",
  "propertyNames",
  "dependencies",
  "pattern",
  "patternProperties",
  "minProperties",
  "enum",
];

/** Makes instances of schemas, one after the other. */
export interface Sampler {
  /** An instance, or undefined where none was found within a bounded search. */
  sample(schema: JsonSchema, extent: Extent): JsonValue | undefined;
}

/** What a sampler needs to know. */
export interface SamplerOptions {
  readonly definitions: Definitions;
  readonly seed: number;
  /** Places (known by identity) that lead to where the caller looks: they are always filled, and their branch is taken. */
  readonly towards?: ReadonlySet<JsonSchema>;
  /** Values to put in a place instead of sampled ones. */
  readonly pinned?: ReadonlyMap<JsonSchema, JsonValue>;
}

/** Makes a sampler. The same options and the same calls give the same instances on every machine. */
export function createSampler(options: SamplerOptions): Sampler {
  const random = createRandom(options.seed);
  const accepts = createAcceptor(options.definitions);
  const expander = createExpander(options.definitions);
  const turns = createTurns(random.below);
  const scalars = new WeakMap<object, Map<string, readonly JsonValue[]>>();
  const checkedSchemas = new WeakMap<object, boolean>();
  const wanted = (schema: JsonSchema): boolean => options.towards?.has(schema) ?? false;
  /** What `true` stands for: one object, so that its cases take turns. */
  const anything: JsonObject = {};
  let wish: Extent = "mixed";
  let size = 0;
  const extent = (): Extent => (size > LARGEST ? "minimal" : wish);

  const order: BranchOrder = (branches, keyword) => {
    const first = turns(keyword, "branch", branches.length);
    const rotated = [...branches.slice(first), ...branches.slice(0, first)];
    return rotated.some(wanted) ? [...rotated.filter(wanted), ...rotated] : rotated;
  };
  const sample = (schema: JsonSchema, depth: number): JsonValue | undefined => {
    size += 1;
    const pinned = options.pinned?.get(schema);
    if (pinned !== undefined) return pinned;
    if (schema === false || depth > DEEPEST) return undefined;
    const checked = needsCheck(schema, checkedSchemas);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const plain = expander.expand(schema, order);
      const value = plain === undefined ? undefined : samplePlain(plain, depth);
      if (value !== undefined && (!checked || options.pinned !== undefined || accepts(schema, value))) return value;
      const repaired = isJsonObject(value) ? repairObject(value, (candidate) => accepts(schema, candidate)) : undefined;
      if (repaired !== undefined) return repaired;
    }
    return undefined;
  };
  const samplePlain = (schema: JsonSchema, depth: number): JsonValue | undefined => {
    if (typeof schema === "boolean") return schema ? samplePlain(anything, depth) : undefined;
    if (schema["const"] !== undefined) return schema["const"];
    const types = allowedTypes(schema, depth);
    if (isJsonArray(schema["enum"])) return schema["enum"][turns(schema, "value", schema["enum"].length)];
    const type = types[turns(schema, "branch", types.length)];
    if (type === "object") return sampleObject(schema, depth, sampling);
    if (type === "array") return sampleArray(schema, depth, sampling);
    if (type === "null") return null;
    const values = scalarValues(schema, type ?? "null");
    const index = turns(schema, "value", values.length * 2);
    return values[index] ?? randomScalar(schema, type, random) ?? values[index - values.length];
  };
  const scalarValues = (schema: JsonObject, type: string): readonly JsonValue[] => {
    const known = scalars.get(schema)?.get(type);
    if (known !== undefined) return known;
    const values = scalarCases(schema, type, random);
    scalars.set(schema, (scalars.get(schema) ?? new Map<string, readonly JsonValue[]>()).set(type, values));
    return values;
  };
  const sampling: Sampling = { random, accepts, extent, sample, turn: turns, wanted };
  return {
    sample(schema, extentWished) {
      wish = extentWished;
      size = 0;
      return sample(schema, 0);
    },
  };
}

/** Whether a schema says what construction alone does not ensure, so that the result has to be looked at. */
function needsCheck(schema: JsonSchema, known: WeakMap<object, boolean>): boolean {
  if (typeof schema === "boolean") return false;
  const answer =
    known.get(schema) ??
    (CHECKED.some((keyword) => Object.hasOwn(schema, keyword)) ||
      schemaList(schema["anyOf"]).some((branch) => needsCheck(branch, known)));
  known.set(schema, answer);
  return answer;
}

function allowedTypes(schema: JsonObject, depth: number): readonly string[] {
  const types = typesOf(schema) ?? impliedTypes(schema) ?? TYPES;
  const shallow = depth > 6 ? types.filter((type) => type !== "object" && type !== "array") : types;
  return shallow.length === 0 || typesOf(schema) !== undefined ? types : shallow;
}

/** The type that a schema without `type` evidently speaks of. */
function impliedTypes(schema: JsonObject): readonly string[] | undefined {
  if (
    ["properties", "required", "patternProperties", "additionalProperties"].some((keyword) =>
      Object.hasOwn(schema, keyword),
    )
  )
    return ["object"];
  if (["items", "minItems", "contains"].some((keyword) => Object.hasOwn(schema, keyword))) return ["array"];
  if (["pattern", "minLength", "maxLength", "format"].some((keyword) => Object.hasOwn(schema, keyword)))
    return ["string"];
  return ["minimum", "maximum", "multipleOf"].some((keyword) => Object.hasOwn(schema, keyword))
    ? ["number"]
    : undefined;
}

function createTurns(below: (limit: number) => number): Sampling["turn"] {
  const counts = new Map<object, Map<string, number>>();
  return (schema, aspect, count) => {
    const aspects = counts.get(schema) ?? new Map<string, number>();
    counts.set(schema, aspects);
    const visits = aspects.get(aspect) ?? 0;
    aspects.set(aspect, visits + 1);
    return visits < count ? visits : below(count);
  };
}
