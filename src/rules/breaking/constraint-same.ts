import { checkConstraint } from "../compare/check-constraint.js";
import type { BreakingRule } from "../rule.js";

const KEYWORDS: readonly string[] = ["allOf", "anyOf", "oneOf", "not", "if", "contains", "dependencies"];

/** For example `not` forbids two properties together that were allowed. */
export const constraintSame: BreakingRule = {
  id: "constraint-same",
  purpose: "Checks that conditions between properties stay the same.",
  category: "wire",
  check: (difference) => checkConstraint(difference, KEYWORDS, "condition"),
};
