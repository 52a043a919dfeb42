import { type JsonSchema, isSchema } from "../../json-schema/schema.js";
import type { Definitions } from "../../json-schema/references.js";
import type { Acceptor } from "../../instances/accepts.js";
import { createSampler } from "../../instances/sampler.js";
import type { JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";
import { edgeValues } from "./edge-values.js";
import { schemasAlong } from "../compare/spot.js";

/** One place, one direction. */
export interface LocalQuestion {
  /** What the writer may send there. */
  readonly writer: JsonSchema;
  /** The same with the one difference that is asked about as the reader has it. */
  readonly reader: JsonSchema;
  /** JSON pointers inside the writer's schema to what is different. */
  readonly towards: readonly string[];
  readonly definitions: Definitions;
  readonly accepts: Acceptor;
}

const SAMPLES = 50;
const MOST = 4;

/** Values for a place that the writer may send and the reader refuses because of that one difference; the most readable first. */
export function localCandidates({
  writer,
  reader,
  towards,
  definitions,
  accepts,
}: LocalQuestion): readonly JsonValue[] {
  const found = new Map<string, JsonValue>();
  const consider = (value: JsonValue | undefined): void => {
    if (value !== undefined && accepts(writer, value) && !accepts(reader, value)) found.set(stableJson(value), value);
  };
  for (const value of edgeValues(writer, reader, definitions)) consider(value);
  const wanted = new Set(towards.flatMap((pointer) => schemasAlong(writer, pointer, definitions)).filter(isSchema));
  // What is different may have to be there, or to be missing.
  const samplers = [
    createSampler({ definitions, seed: 11, towards: wanted }),
    createSampler({ definitions, seed: 12 }),
  ];
  for (let attempt = 0; attempt < SAMPLES; attempt += 1) {
    const extent = attempt === 0 ? "minimal" : attempt === 1 ? "maximal" : "mixed";
    for (const sampler of samplers) consider(sampler.sample(writer, extent));
    if (found.size >= MOST && attempt > 8) break;
  }
  return [...found]
    .toSorted(([left], [right]) => effort(left) - effort(right))
    .slice(0, MOST)
    .map(([, value]) => value);
}

/** How hard a value is to read: its length, with `"text"` for the shortest, and each character that is no plain one. */
function effort(text: string): number {
  const odd = text.match(/[^\w{}[\]":, .-]/gu)?.length ?? 0;
  const empty = text.match(/""/g)?.length ?? 0;
  return text.replaceAll('"text"', "t").length + odd * 12 + empty * 5;
}
