import type { DeclarationId, Event, Method } from "../../ir/types.js";
import { stableJson } from "../../support/stable-json.js";
import type { Comparison } from "./comparison.js";
import { isolate } from "./isolate.js";
import type { Side } from "./side.js";
import type { Spot } from "./spot.js";

/** Compares what is said of methods and events that both versions have, and which definitions they carry. */
export function compareOperations(comparison: Comparison): void {
  const [previous, current] = [comparison.previous.protocol, comparison.current.protocol];
  for (const method of current.methods) {
    const before = previous.methods.find(({ name }) => name === method.name);
    if (before === undefined) continue;
    compareMetadata(comparison, "method", [before, method]);
    compareTie(comparison, `${method.name} params`, [before.params, method.params]);
    compareTie(comparison, `${method.name} result`, [before.result, method.result]);
  }
  for (const event of current.events) {
    const before = previous.events.find(({ name }) => name === event.name);
    if (before === undefined) continue;
    compareMetadata(comparison, "event", [before, event]);
    compareTie(comparison, `${event.name} payload`, [before.payload, event.payload]);
  }
}

function compareMetadata(
  comparison: Comparison,
  of: "method" | "event",
  [before, after]: readonly [Method | Event, Method | Event],
): void {
  const keys = new Set([...Object.keys(before.metadata), ...Object.keys(after.metadata)]);
  for (const key of keys) {
    const [previous, current] = [before.metadata[key], after.metadata[key]];
    if (stableJson(previous ?? null) === stableJson(current ?? null)) continue;
    comparison.emit({ kind: "operation", of, name: after.name, key, previous, current });
  }
}

/** Where a method or event now carries another definition, the two are compared with each other. */
function compareTie(
  comparison: Comparison,
  path: string,
  [previous, current]: readonly [DeclarationId | undefined, DeclarationId | undefined],
): void {
  if (previous === current || (previous !== undefined && comparison.renamed.get(previous) === current)) return;
  const place = { path, previous: spotOf(comparison.previous, previous), current: spotOf(comparison.current, current) };
  comparison.emit({
    kind: "reference",
    previous,
    current,
    place,
    isolated: isolate(place, (writer) => writer),
    towards: [],
  });
  if (previous !== undefined && current !== undefined) comparison.walk(place);
}

function spotOf(side: Side, id: DeclarationId | undefined): Spot {
  return { declaration: id ?? "", pointer: "", schema: side.definitions.get(id ?? "") ?? true };
}
