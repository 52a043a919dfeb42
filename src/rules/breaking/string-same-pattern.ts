import { checkConstraint } from "../compare/check-constraint.js";
import type { BreakingRule } from "../rule.js";

const KEYWORDS: readonly string[] = ["pattern"];

/** For example `^[a-z]+$` takes the place of `^[a-z0-9]+$`: digits are refused. */
export const stringSamePattern: BreakingRule = {
  id: "string-same-pattern",
  purpose: "Checks that the pattern of a text stays the same.",
  category: "wire",
  check: (difference) => checkConstraint(difference, KEYWORDS, "pattern"),
};
