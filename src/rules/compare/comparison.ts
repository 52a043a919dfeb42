import type { Difference } from "./difference.js";
import type { Side } from "./side.js";
import type { Place } from "./spot.js";

/** A comparison under way. */
export interface Comparison {
  readonly previous: Side;
  readonly current: Side;
  /** Definitions that have another name and are otherwise the same: from the previous name to the current one. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Notes that a definition stands at a place whose own version has lost its name. */
  recognise(place: Place, name: string): void;
  /** Receives what is found, in document order. */
  emit(difference: Difference): void;
  /** Compares a nested place. */
  walk(place: Place): void;
}
