/** Names that several would have had, and therefore none has. */
export interface Clash {
  readonly name: string;
  /** Who would have had it, by index. */
  readonly members: readonly number[];
}

/** Names in the order of the wishes; they may still be alike where somebody had no further wish. */
export interface SettledNames {
  readonly names: readonly string[];
  readonly clashes: readonly Clash[];
}

/**
 * Gives everybody the first of their wishes that nobody else has. Where several would have one name, none of them gets
 * it, whatever their order: so who comes later never takes over a name that meant somebody else.
 */
export function settleNames(wishes: readonly (readonly string[])[], key: (name: string) => string): SettledNames {
  const turns = wishes.map(() => 0);
  const vacated = new Set<string>();
  const clashes: Clash[] = [];
  const nameOf = (index: number): string => wishes[index]?.[turns[index] ?? 0] ?? "";
  const canMove = (index: number): boolean => (turns[index] ?? 0) < (wishes[index]?.length ?? 0) - 1;
  for (;;) {
    const moving: number[] = [];
    for (const [name, members] of groupsOf(wishes.length, (index) => key(nameOf(index)))) {
      const [first] = members;
      if (first === undefined || (members.length < 2 && !vacated.has(name)) || !members.some(canMove)) continue;
      if (members.length > 1) clashes.push({ name: nameOf(first), members });
      vacated.add(name);
      moving.push(...members.filter(canMove));
    }
    if (moving.length === 0) return { names: wishes.map((_, index) => nameOf(index)), clashes };
    for (const index of moving) turns[index] = (turns[index] ?? 0) + 1;
  }
}

function groupsOf(count: number, keyOf: (index: number) => string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (let index = 0; index < count; index += 1) {
    const group = groups.get(keyOf(index)) ?? [];
    group.push(index);
    groups.set(keyOf(index), group);
  }
  return groups;
}
