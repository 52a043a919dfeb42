import { after, charactersOf, type Language } from "./language.js";

/** A text of a language, or that there is none, or that the search was given up. */
export type FoundText = { readonly kind: "found"; readonly text: string } | { readonly kind: "none" | "unknown" };

const MOST_STATES = 2_500;

/** Finds a shortest text of a language with at least so many characters. Ends soon, whatever the language. */
export function findText(language: Language, least: number): FoundText {
  if (least > 0) {
    const any = findText(language, 0);
    if (any.kind !== "found" || [...any.text].length >= least) return any;
  }
  const characters = charactersOf(language);
  const seen = new Set<string>();
  let frontier: readonly { readonly rest: Language; readonly text: string; readonly length: number }[] = [
    { rest: language, text: "", length: 0 },
  ];
  while (frontier.length > 0) {
    const next: { readonly rest: Language; readonly text: string; readonly length: number }[] = [];
    for (const { rest, text, length } of frontier) {
      if (rest.hasEmpty && length >= least) return { kind: "found", text };
      for (const character of characters) {
        const left = after(rest, character);
        const key = `${Math.min(length + 1, least)} ${left.key}`;
        if (left.kind === "never" || seen.has(key)) continue;
        seen.add(key);
        if (seen.size > MOST_STATES || left.key.length > 20_000) return { kind: "unknown" };
        next.push({ rest: left, text: text + String.fromCodePoint(character), length: length + 1 });
      }
    }
    frontier = next;
  }
  return { kind: "none" };
}
