import { splitWords } from "../../support/split-words.js";

/** Fewer types than this are no area of their own: a compiler is quickest with ten to twenty files. */
const SMALLEST_AREA = 16;

/** The file of what belongs to no area. */
export const OTHER_AREA = "Models";

/**
 * The file of each type, by its first word, singular and plural being one. Small areas share a file, so that a new area
 * is noticed when it has grown, and the others stay where they are.
 * For example `SessionsListParams` and `SessionRow` → `SessionModels`.
 */
export function areasOf(names: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(firstWord(name), (counts.get(firstWord(name)) ?? 0) + 1);
  return new Map(
    names.map((name) => {
      const word = firstWord(name);
      return [name, (counts.get(word) ?? 0) < SMALLEST_AREA ? OTHER_AREA : `${word}${OTHER_AREA}`];
    }),
  );
}

function firstWord(name: string): string {
  const [word = name] = splitWords(name);
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
