import { checkConstraint } from "../compare/check-constraint.js";
import type { BreakingRule } from "../rule.js";

const KEYWORDS: readonly string[] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/** For example `maximum` falls from 1000 to 500: the server refuses what older clients may ask for. */
export const numberSameRange: BreakingRule = {
  id: "number-same-range",
  purpose: "Checks that the numbers that are allowed stay the same.",
  category: "wire",
  check: (difference) => checkConstraint(difference, KEYWORDS, "range"),
};
