import { checkConstraint } from "../compare/check-constraint.js";
import type { BreakingRule } from "../rule.js";

const KEYWORDS: readonly string[] = ["minItems", "maxItems", "uniqueItems", "items", "additionalItems"];

/** For example `maxItems` falls from 16 to 8: the server refuses longer lists of older clients. */
export const arraySameSize: BreakingRule = {
  id: "array-same-size",
  purpose: "Checks that the sizes of arrays that are allowed, and whether items may repeat, stay the same.",
  category: "wire",
  check: (difference) => checkConstraint(difference, KEYWORDS, "size"),
};
