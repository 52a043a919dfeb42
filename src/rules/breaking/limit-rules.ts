import { nounOf, type Noun } from "../compare/compared-keywords.js";
import type { Difference } from "../compare/difference.js";
import { showValue } from "../compare/show-value.js";
import type { BreakingRule, Finding } from "../rule.js";

/** Rules that differ only in what they hold: which keywords limit it stands in the table of compared keywords. */
const LIMITS = [
  // For example `maximum` falls from 1000 to 500: the server refuses what older clients may ask for.
  {
    id: "number-same-range",
    noun: "range",
    purpose: "Checks that the numbers that are allowed stay the same.",
  },
  // For example `maxLength` falls from 100 to 50: the server refuses labels of older clients.
  {
    id: "string-same-length",
    noun: "length",
    purpose: "Checks that the lengths of text that are allowed stay the same.",
  },
  // For example `^[a-z]+$` takes the place of `^[a-z0-9]+$`: digits are refused.
  {
    id: "string-same-pattern",
    noun: "pattern",
    purpose: "Checks that the pattern of a text stays the same.",
  },
  // For example `uuid` is asked for where any text was good enough.
  {
    id: "string-same-format",
    noun: "format",
    purpose: "Checks that the format of a text stays the same.",
  },
  // For example `maxItems` falls from 16 to 8: the server refuses longer lists of older clients.
  {
    id: "array-same-size",
    noun: "size",
    purpose: "Checks that the sizes of arrays that are allowed, and whether items may repeat, stay the same.",
  },
  // For example `maxProperties` falls from 64 to 32.
  {
    id: "object-same-size",
    noun: "set of keys",
    purpose: "Checks that the keys of maps, and how many of them are allowed, stay the same.",
  },
  // For example `not` forbids two properties together that were allowed.
  {
    id: "constraint-same",
    noun: "condition",
    purpose: "Checks that conditions between properties stay the same.",
  },
] as const satisfies readonly { readonly id: string; readonly noun: Noun; readonly purpose: string }[];

/** One rule for each thing that keywords limit. */
export const limitRules: readonly BreakingRule[] = LIMITS.map(({ id, noun, purpose }) => ({
  id,
  purpose,
  category: "wire",
  check: (difference) => checkLimit(difference, noun),
}));

/** What a changed keyword means, whatever it limits. */
function checkLimit(difference: Difference, noun: Noun): Finding | undefined {
  if (difference.kind !== "constraint" || nounOf(difference.keyword) !== noun) return undefined;
  const { keyword, effect, place } = difference;
  const [previous, current] = [showValue(difference.previous), showValue(difference.current)];
  return {
    path: place.path,
    message: `The ${noun} was ${effect}: \`${keyword}\` ${phrase(previous, current)}`,
    help:
      effect === "widened"
        ? "Send what is newly allowed only to peers whose version allows it."
        : "Go on accepting what was allowed until no peer of the older version is left.",
    previous,
    current,
    category: "source",
    severity: "safe",
    wire: { toOlderReader: "risky" },
  };
}

function phrase(previous: string | undefined, current: string | undefined): string {
  if (previous === undefined) return `${current} was added`;
  return current === undefined ? `${previous} was removed` : `${previous} became ${current}`;
}
