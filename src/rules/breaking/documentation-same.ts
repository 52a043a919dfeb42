import type { BreakingRule } from "../rule.js";
import { showValue } from "../compare/show-value.js";

/** For example a description was added. */
export const documentationSame: BreakingRule = {
  id: "documentation-same",
  purpose: "Lists descriptions that changed.",
  category: "metadata",
  check(difference) {
    if (difference.kind !== "annotation" || difference.keyword !== "description") return undefined;
    const [previous, current] = [showValue(difference.previous), showValue(difference.current)];
    const verb = previous === undefined ? "added" : current === undefined ? "removed" : "changed";
    return {
      path: difference.place.path,
      message: `Description ${verb}`,
      help: "Nothing has to be done.",
      previous,
      current,
      category: "metadata",
      severity: "safe",
      wire: undefined,
    };
  },
};
