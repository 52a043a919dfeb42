/** Both ends belong to it. For example `[97, 122]` for `a-z`. */
export type Range = readonly [first: number, last: number];

/**
 * A set of texts. Sets can be cut with each other and turned into what they leave out, which is why whether one pattern
 * allows less than another can be decided. Equal keys mean equal sets.
 */
export type Language = { readonly key: string; readonly hasEmpty: boolean } & (
  | { readonly kind: "never" | "empty" }
  | { readonly kind: "set"; readonly ranges: readonly Range[] }
  | { readonly kind: "sequence"; readonly first: Language; readonly rest: Language }
  | { readonly kind: "either" | "both"; readonly parts: readonly Language[] }
  | { readonly kind: "not"; readonly inner: Language }
  | { readonly kind: "repeat"; readonly inner: Language; readonly least: number; readonly most: number }
);

const LAST = 0x10ffff;

export const never: Language = { kind: "never", key: "0", hasEmpty: false };
export const empty: Language = { kind: "empty", key: "1", hasEmpty: true };
const anyCharacter: Language = set([[0, LAST]]);
/** Every text. */
export const everything: Language = {
  kind: "repeat",
  inner: anyCharacter,
  least: 0,
  most: Infinity,
  key: "*",
  hasEmpty: true,
};

/** One character out of some. */
export function set(ranges: readonly Range[]): Language {
  const merged = mergeRanges(ranges);
  if (merged.length === 0) return never;
  return { kind: "set", ranges: merged, key: `[${merged.map((range) => range.join("-")).join()}]`, hasEmpty: false };
}

/** Ranges in order, without overlaps. */
export function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const [first, last] of ranges.toSorted((left, right) => left[0] - right[0])) {
    const before = merged.at(-1);
    if (before === undefined || first > before[1] + 1) merged.push([first, last]);
    else merged[merged.length - 1] = [before[0], Math.max(before[1], last)];
  }
  return merged;
}

/** The characters that some ranges leave out. */
export function otherRanges(ranges: readonly Range[]): readonly Range[] {
  const merged = mergeRanges(ranges);
  const starts = [0, ...merged.map(([, last]) => last + 1)];
  const ends = [...merged.map(([first]) => first - 1), LAST];
  return starts.map((start, index): Range => [start, ends[index] ?? LAST]).filter(([first, last]) => first <= last);
}

/** One after the other. */
export function sequence(first: Language, rest: Language): Language {
  if (first.kind === "never" || rest.kind === "never") return never;
  if (first.kind === "empty") return rest;
  if (rest.kind === "empty") return first;
  if (first.key === everything.key && rest.key === everything.key) return everything;
  if (first.kind === "sequence") return sequence(first.first, sequence(first.rest, rest));
  const key = `(${first.key}.${rest.key})`;
  return { kind: "sequence", first, rest, key, hasEmpty: first.hasEmpty && rest.hasEmpty };
}

/** Any of them. */
export function either(parts: readonly Language[]): Language {
  const kept = distinct("either", parts).filter(({ kind }) => kind !== "never");
  if (kept.some(({ key }) => key === everything.key)) return everything;
  return combined("either", kept, never);
}

/** All of them at once. */
export function both(parts: readonly Language[]): Language {
  const kept = distinct("both", parts).filter(({ key }) => key !== everything.key);
  if (kept.some(({ kind }) => kind === "never")) return never;
  return combined("both", kept, everything);
}

/** What is not one of them. */
export function not(inner: Language): Language {
  if (inner.kind === "not") return inner.inner;
  if (inner.kind === "never") return everything;
  if (inner.key === everything.key) return never;
  return { kind: "not", inner, key: `!${inner.key}`, hasEmpty: !inner.hasEmpty };
}

/** A number of times. */
export function repeat(inner: Language, least: number, most: number): Language {
  if (most === 0 || inner.kind === "empty") return empty;
  if (inner.kind === "never") return least === 0 ? empty : never;
  if (least === 1 && most === 1) return inner;
  if (inner.key === anyCharacter.key && least === 0 && most === Infinity) return everything;
  return {
    kind: "repeat",
    inner,
    least,
    most,
    key: `(${inner.key}{${least},${most}})`,
    hasEmpty: least === 0 || inner.hasEmpty,
  };
}

function distinct(kind: "either" | "both", parts: readonly Language[]): readonly Language[] {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return [...new Map(flat.map((part) => [part.key, part] as const)).values()];
}

function combined(kind: "either" | "both", parts: readonly Language[], none: Language): Language {
  const [only] = parts;
  if (only === undefined) return none;
  if (parts.length === 1) return only;
  const sorted = parts.toSorted((left, right) => (left.key < right.key ? -1 : 1));
  const hasEmpty = kind === "either" ? parts.some((part) => part.hasEmpty) : parts.every((part) => part.hasEmpty);
  return {
    kind,
    parts: sorted,
    key: `(${sorted.map(({ key }) => key).join(kind === "either" ? "|" : "&")})`,
    hasEmpty,
  };
}

/** What may follow a character. For example of `ab` after `a` that is `b`. */
export function after(language: Language, character: number): Language {
  switch (language.kind) {
    case "never":
    case "empty":
      return never;
    case "set":
      return language.ranges.some(([first, last]) => character >= first && character <= last) ? empty : never;
    case "sequence": {
      const taken = sequence(after(language.first, character), language.rest);
      return language.first.hasEmpty ? either([taken, after(language.rest, character)]) : taken;
    }
    case "either":
      return either(language.parts.map((part) => after(part, character)));
    case "both":
      return both(language.parts.map((part) => after(part, character)));
    case "not":
      return not(after(language.inner, character));
    case "repeat": {
      const { inner, least, most } = language;
      const rest = repeat(inner, Math.max(0, least - 1), most === Infinity ? most : most - 1);
      return sequence(after(inner, character), rest);
    }
  }
}

/** One character for each group that a language tells apart; a readable one where there is one. */
export function charactersOf(language: Language): readonly number[] {
  const starts = new Set([0]);
  const seen = new Set<string>();
  const visit = (part: Language): void => {
    if (seen.has(part.key)) return;
    seen.add(part.key);
    if (part.kind === "set")
      for (const [first, last] of part.ranges) {
        starts.add(first);
        if (last < LAST) starts.add(last + 1);
      }
    if (part.kind === "sequence") [part.first, part.rest].forEach(visit);
    if (part.kind === "either" || part.kind === "both") part.parts.forEach(visit);
    if (part.kind === "not" || part.kind === "repeat") visit(part.inner);
  };
  visit(language);
  const sorted = [...starts].toSorted((left, right) => left - right);
  const chosen = sorted.map((first, index) => readable(first, (sorted[index + 1] ?? LAST + 1) - 1));
  return chosen.filter((character) => character !== undefined).toSorted((left, right) => taste(left) - taste(right));
}

const READABLE = [..."xa0X -_./:@"].map((character) => character.codePointAt(0) ?? 0);

function readable(first: number, last: number): number | undefined {
  const plain = READABLE.find((character) => character >= first && character <= last);
  if (plain !== undefined) return plain;
  // Half of a pair is no character of its own.
  const [from, to] = [first >= 0xd800 && first <= 0xdfff ? 0xe000 : first, last];
  return from > to ? undefined : from < 0x20 && to > 0x20 ? Math.min(to, 0x21) : from;
}

function taste(character: number): number {
  const place = READABLE.indexOf(character);
  return place === -1 ? READABLE.length + character : place;
}
