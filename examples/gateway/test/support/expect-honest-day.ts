import { expect } from "vitest";
import type { HonestDay } from "./hostile-load.js";

/** What the gateway may hold when everyone has gone: what it remembers on purpose, and compiled code. */
const MEMORY = 128 * 1024 * 1024;
/** Attackers, clients and the gateway share the machine, maybe with more: a call may take long, but not this long. */
const HALF_OF_CALLS_MS = 1000;
const ANY_CALL_MS = 10_000;

const KINDS = 16;

/** Holds a day to what honest clients are owed. */
export function expectHonestDay({
  turns,
  calls,
  arrivals,
  heard,
  lost,
  memory,
  connections,
  exitCode,
}: HonestDay): void {
  expect(exitCode).toBeUndefined();
  expect(lost).toEqual([]);
  expect(Object.keys(turns)).toHaveLength(KINDS);
  expect(median(calls)).toBeLessThan(HALF_OF_CALLS_MS);
  expect(Math.max(...calls, ...arrivals)).toBeLessThan(ANY_CALL_MS);
  expect(heard).toBeGreaterThan(0);
  expect(connections).toBe(0);
  expect(memory).toBeLessThan(MEMORY);
}

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Infinity;
}
