import type { Comparison } from "./comparison.js";
import { compareNames, findRenamed } from "./compare-names.js";
import { compareOperations } from "./compare-operations.js";
import { compareSchemas } from "./compare-schemas.js";
import type { Difference } from "./difference.js";
import type { Side } from "./side.js";
import type { Place } from "./spot.js";

/**
 * Finds every difference between two versions of a protocol, in the order of the current one. `PROTOCOL_VERSION` itself
 * is left out: what it should be depends on what the other differences mean.
 */
export function compareProtocols(previous: Side, current: Side): readonly Difference[] {
  const differences: Difference[] = [];
  const visited = new Set<string>();
  const walk = (place: Place): void => {
    const key = [place.previous, place.current]
      .map(({ declaration, pointer }) => `${declaration}#${pointer}`)
      .join(" ");
    if (visited.has(key)) return;
    visited.add(key);
    compareSchemas(comparison, place);
  };
  const comparison: Comparison = {
    previous,
    current,
    renamed: findRenamed(previous, current),
    emit: (difference) => void differences.push(difference),
    walk,
  };
  compareNames(comparison);
  compareOperations(comparison);
  for (const [id, { schema }] of current.declarations) {
    const before = previous.declarations.get(id);
    if (before === undefined) continue;
    const place = {
      path: id,
      previous: { declaration: id, pointer: "", schema: before.schema },
      current: { declaration: id, pointer: "", schema },
    };
    walk(place);
  }
  compareVersions(comparison);
  return differences;
}

function compareVersions({ previous, current, emit }: Comparison): void {
  const names = new Set([...previous.protocol.minVersions, ...current.protocol.minVersions].map(({ name }) => name));
  for (const name of names) {
    const [before, after] = [previous, current].map(
      ({ protocol }) => protocol.minVersions.find((constant) => constant.name === name)?.value,
    );
    if (before !== after) emit({ kind: "version-window", name, previous: before, current: after });
  }
}
