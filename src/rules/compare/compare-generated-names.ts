import type { GeneratedNameDifference } from "./difference.js";

/** A generated name, and what it stands for in a way that two versions share. */
export interface NamedThing {
  readonly name: string;
  readonly thing: string;
  readonly path: string;
}

/** What one target calls things, in both versions. */
export interface TargetNames {
  /** For example `swift`. */
  readonly target: string;
  readonly previous: readonly NamedThing[];
  readonly current: readonly NamedThing[];
}

/** Finds the names that moved: what both versions have, under another name. What moved with its type is said once. */
export function compareGeneratedNames({ target, previous, current }: TargetNames): readonly GeneratedNameDifference[] {
  const moves = new Map<string, string>();
  return pairs(previous, current).flatMap(([before, after]) => {
    if (before.name === after.name) return [];
    const moved = moves.get(ownerOf(before.name)) ?? ownerOf(before.name);
    moves.set(before.name, after.name);
    if (`${moved}.${lastOf(before.name)}` === after.name) return [];
    const [from, to] = [before.name, after.name];
    return [{ kind: "generated-name", target, path: after.path, previous: from, current: to }];
  });
}

type Pair = readonly [NamedThing, NamedThing];

/** The same things, and variants that have changed: those are paired in their order where their names are new too. */
function pairs(previous: readonly NamedThing[], current: readonly NamedThing[]): readonly Pair[] {
  const now = new Map(current.map((named) => [named.thing, named]));
  const before = new Set(previous.map(({ thing }) => thing));
  const known = {
    previous: new Set(previous.map(({ name }) => name)),
    current: new Set(current.map(({ name }) => name)),
  };
  const come = new Map<string, NamedThing[]>();
  for (const named of current) {
    if (!isVariant(named) || before.has(named.thing) || known.previous.has(named.name)) continue;
    come.set(unionOf(named), [...(come.get(unionOf(named)) ?? []), named]);
  }
  return previous.flatMap((named): readonly Pair[] => {
    const same = now.get(named.thing);
    if (same !== undefined) return [[named, same]];
    if (!isVariant(named) || known.current.has(named.name)) return [];
    const changed = come.get(unionOf(named))?.shift();
    return changed === undefined ? [] : [[named, changed]];
  });
}

function isVariant({ thing }: NamedThing): boolean {
  return thing.startsWith("variant ");
}

function unionOf({ thing }: NamedThing): string {
  return thing.slice(0, thing.lastIndexOf("|"));
}

function ownerOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
