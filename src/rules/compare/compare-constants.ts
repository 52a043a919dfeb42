import { jsonEquals } from "../../json-schema/equals.js";
import type { JsonValue } from "../../support/json.js";
import type { Comparison } from "./comparison.js";
import { isolate, without } from "./isolate.js";
import type { Place } from "./spot.js";

/** Compares two sets of constants: one against one is a changed constant, else values come and go. */
export function compareConstants(
  comparison: Comparison,
  place: Place,
  values: { readonly previous: readonly JsonValue[]; readonly current: readonly JsonValue[] },
): void {
  const removed = values.previous.filter((value) => !values.current.some((other) => jsonEquals(value, other)));
  const added = values.current.filter((value) => !values.previous.some((other) => jsonEquals(value, other)));
  const [previous, current] = [removed[0], added[0]];
  if (values.previous.length === 1 && values.current.length === 1 && previous !== undefined && current !== undefined) {
    comparison.emit({
      kind: "constant",
      previous,
      current,
      place,
      isolated: isolate(place, (_writer, reader) => reader),
      towards: [],
    });
    return;
  }
  for (const value of removed) {
    const isolated = { previous: place.current.schema, current: without(place.previous.schema, { const: value }) };
    comparison.emit({ kind: "enum-value", change: "removed", value, place, isolated, towards: [] });
  }
  for (const value of added) {
    const isolated = { previous: without(place.current.schema, { const: value }), current: place.previous.schema };
    comparison.emit({ kind: "enum-value", change: "added", value, place, isolated, towards: [] });
  }
}
