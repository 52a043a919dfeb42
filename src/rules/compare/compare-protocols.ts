import type { Comparison } from "./comparison.js";
import { compareNames, findRenamed } from "./compare-names.js";
import { compareOperations } from "./compare-operations.js";
import { compareSchemas } from "./compare-schemas.js";
import type { Difference } from "./difference.js";
import { isolate } from "./isolate.js";
import { outlineText } from "./outline-text.js";
import type { Side } from "./side.js";
import { stableJson } from "../../support/stable-json.js";
import { type Place, type Spot, spotAt } from "./spot.js";

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
  const recognised = new Map<string, string>();
  const comparison: Comparison = {
    previous,
    current,
    renamed: findRenamed(previous, current),
    recognise(place, name) {
      recognised.set(spotKey("previous", place.previous), name);
      recognised.set(spotKey("current", place.current), name);
    },
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
    compareOutlines(comparison, place, recognised);
  }
  compareVersions(comparison);
  return differences;
}

/** Emits a declaration that says something else itself, not only through definitions that stand in it. */
function compareOutlines(
  { previous, current, renamed, emit }: Comparison,
  place: Place,
  recognised: ReadonlyMap<string, string>,
): void {
  // What is the same to the letter needs no name; it may have lost it to a definition that has come to look like it.
  const sameAt = (pointer: string): boolean => {
    if ([previous, current].every((side) => side.useAt(place.path, pointer) === undefined)) return false;
    const [before, after] = [spotAt(place.previous, pointer), spotAt(place.current, pointer)];
    return before !== undefined && after !== undefined && stableJson(before.schema) === stableJson(after.schema);
  };
  const before = outlineText(previous, place.path, (pointer, own) => {
    if (sameAt(pointer)) return "";
    const known = recognised.get(spotKey("previous", { ...place.previous, pointer }));
    return own === undefined ? known : (renamed.get(own) ?? own);
  });
  const after = outlineText(current, place.path, (pointer, own) => {
    if (sameAt(pointer)) return "";
    return own ?? recognised.get(spotKey("current", { ...place.current, pointer }));
  });
  if (before === after) return;
  const isolated = isolate(place, (_writer, reader) => reader);
  emit({ kind: "wording", place, isolated, towards: [] });
}

function spotKey(version: "previous" | "current", { declaration, pointer }: Spot): string {
  return `${version} ${declaration}#${pointer}`;
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
