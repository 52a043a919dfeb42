import { type Assertion, isAssertion } from "../json-schema/keywords.js";
import { type JsonSchema, schemaList } from "../json-schema/schema.js";
import type { Definitions } from "../json-schema/references.js";
import { isJsonObject, type JsonValue } from "../support/json.js";
import { createAcceptor } from "./accepts.js";
import { createTurns } from "./create-turns.js";
import { type BranchOrder, createExpander } from "./expand-schema.js";
import { createRandom } from "./random.js";
import { repairObject } from "./repair-object.js";
import { createPlainSampler } from "./sample-plain.js";
import type { Extent } from "./sampling.js";

/** How deep references may nest, and how many values one instance may hold, before only what must be there is made. */
const DEEPEST = 24;
const LARGEST = 400;
const ATTEMPTS = 16;

/** The keywords that making a value takes care of; for every other one the value has to be looked at. */
const ENSURED: ReadonlySet<string> = new Set<Assertion>([
  "type",
  "const",
  "items",
  "additionalItems",
  "properties",
  "additionalProperties",
  "required",
  "minLength",
  "maxLength",
  "format",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "maxProperties",
  "anyOf",
  "then",
  "else",
]);

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
  const checkedSchemas = new WeakMap<object, boolean>();
  const wanted = (schema: JsonSchema): boolean => options.towards?.has(schema) ?? false;
  let wish: Extent = "mixed";
  let size = 0;
  let deepest = DEEPEST;
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
    if (schema === false || depth > deepest) return undefined;
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
  const samplePlain = createPlainSampler({ random, accepts, extent, sample, turn: turns, wanted });
  return {
    sample(schema, extentWished) {
      wish = extentWished;
      size = 0;
      deepest = Math.max(DEEPEST, nestingOf(schema));
      return sample(schema, 0);
    },
  };
}

/** How deep a schema nests without its references: what it spells out is always within reach. */
function nestingOf(value: JsonValue): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((deepest, inner) => Math.max(deepest, nestingOf(inner)), 0);
}

/** Whether a schema says what construction alone does not ensure, so that the result has to be looked at. */
function needsCheck(schema: JsonSchema, known: WeakMap<object, boolean>): boolean {
  if (typeof schema === "boolean") return false;
  const answer =
    known.get(schema) ??
    (Object.keys(schema).some(isChecked) || schemaList(schema["anyOf"]).some((branch) => needsCheck(branch, known)));
  known.set(schema, answer);
  return answer;
}

function isChecked(keyword: string): boolean {
  return keyword === "$ref" || (isAssertion(keyword) && !ENSURED.has(keyword));
}
