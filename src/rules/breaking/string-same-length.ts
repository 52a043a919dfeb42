import { checkConstraint } from "../compare/check-constraint.js";
import type { BreakingRule } from "../rule.js";

const KEYWORDS: readonly string[] = ["minLength", "maxLength"];

/** For example `maxLength` falls from 100 to 50: the server refuses labels of older clients. */
export const stringSameLength: BreakingRule = {
  id: "string-same-length",
  purpose: "Checks that the lengths of text that are allowed stay the same.",
  category: "wire",
  check: (difference) => checkConstraint(difference, KEYWORDS, "length"),
};
