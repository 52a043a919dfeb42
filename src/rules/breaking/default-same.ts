import type { BreakingRule } from "../rule.js";
import { showValue } from "../compare/show-value.js";

/** For example a `limit` that is left out meant 200 and means 50. Nothing is refused, but it is misread. */
export const defaultSame: BreakingRule = {
  id: "default-same",
  purpose: "Checks that defaults stay the same.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "annotation" || difference.keyword !== "default") return undefined;
    const [previous, current] = [showValue(difference.previous), showValue(difference.current)];
    return {
      path: difference.place.path,
      message: `Default changed from ${previous ?? "none"} to ${current ?? "none"}`,
      help: "A peer that leaves the value out now means something else. Say so, or let it send the value.",
      previous,
      current,
      category: "wire",
      severity: "risky",
      wire: undefined,
    };
  },
};
