import { checkConstraint } from "../compare/check-constraint.js";
import type { BreakingRule } from "../rule.js";

const KEYWORDS: readonly string[] = ["minProperties", "maxProperties", "propertyNames", "patternProperties"];

/** For example `maxProperties` falls from 64 to 32. */
export const objectSameSize: BreakingRule = {
  id: "object-same-size",
  purpose: "Checks that the keys of maps, and how many of them are allowed, stay the same.",
  category: "wire",
  check: (difference) => checkConstraint(difference, KEYWORDS, "set of keys"),
};
