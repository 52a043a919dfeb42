import { checkConstraint } from "../compare/check-constraint.js";
import type { BreakingRule } from "../rule.js";

const KEYWORDS: readonly string[] = ["format"];

/** For example `uuid` is asked for where any text was good enough. */
export const stringSameFormat: BreakingRule = {
  id: "string-same-format",
  purpose: "Checks that the format of a text stays the same.",
  category: "wire",
  check: (difference) => checkConstraint(difference, KEYWORDS, "format"),
};
