import { distance } from "fastest-levenshtein";

/**
 * The candidate that a misspelt word most likely means, or undefined where none is near. Case does not count.
 * For example `nearest("acess", ["access", "output"])` gives `access`.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const candidateDistance = distance(word.toLowerCase(), candidate.toLowerCase());
    if (candidateDistance < bestDistance) [best, bestDistance] = [candidate, candidateDistance];
  }
  return best;
}
