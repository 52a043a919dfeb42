import type { JsonSchema } from "../json-schema/schema.js";
import type { JsonValue } from "../support/json.js";
import { stableJson } from "../support/stable-json.js";
import { createSampler, type SamplerOptions } from "./sampler.js";

/** What instances to make. */
export interface InstanceOptions extends SamplerOptions {
  /** How many; fewer come out where the schema allows fewer, or where the search ends. */
  readonly count: number;
}

/**
 * Makes different instances of a schema: first the smallest and the fullest, then every enum value, union variant,
 * boundary and odd text of every place in turn, then random ones. They are made to be valid, and nearly always are; who
 * needs certainty checks them with AJV. The same options give the same instances.
 * For example `validInstances({ type: "boolean" }, { definitions: new Map(), seed: 1, count: 10 })` is `[true, false]`.
 */
export function validInstances(schema: JsonSchema, options: InstanceOptions): readonly JsonValue[] {
  const sampler = createSampler(options);
  const found = new Map<string, JsonValue>();
  const patience = options.count * 5 + 60;
  for (let attempt = 0; found.size < options.count && attempt < patience; attempt += 1) {
    const extent = attempt === 0 ? "minimal" : attempt === 1 ? "maximal" : "mixed";
    const instance = sampler.sample(schema, extent);
    if (instance !== undefined) found.set(stableJson(instance), instance);
  }
  return [...found.values()];
}
