/** How many objects and arrays stand in each other at most, from a value inwards. A value that contains itself is left at that. */
export interface NestingOf {
  (value: object): number;
}

/**
 * Makes a measure that looks at each object once, however often it is met, and keeps its own list of what is to be done:
 * what it is asked for is whether others, which call themselves for each level, may look at a value at all.
 */
export function createNestingOf(): NestingOf {
  const levels = new Map<object, number>();
  return (value) => {
    const open = [{ value, isLeft: false }];
    for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
      const inner = innerOf(visit.value);
      if (visit.isLeft) {
        levels.set(visit.value, inner.reduce((most, item) => Math.max(most, levels.get(item) ?? 0), 0) + 1);
      } else if (!levels.has(visit.value)) {
        levels.set(visit.value, 0);
        open.push({ value: visit.value, isLeft: true });
        for (const item of inner) if (!levels.has(item)) open.push({ value: item, isLeft: false });
      }
    }
    return levels.get(value) ?? 0;
  };
}

function innerOf(value: object): readonly object[] {
  return Object.values(value).filter((item): item is object => typeof item === "object" && item !== null);
}
