import type { Sampling } from "./sampling.js";

/** Counts the turns of schemas: the cases of each aspect come once each, in order, then at random. */
export function createTurns(below: (limit: number) => number): Sampling["turn"] {
  const counts = new Map<object, Map<string, number>>();
  return (schema, aspect, count) => {
    const aspects = counts.get(schema) ?? new Map<string, number>();
    counts.set(schema, aspects);
    const visits = aspects.get(aspect) ?? 0;
    aspects.set(aspect, visits + 1);
    return visits < count ? visits : below(count);
  };
}
