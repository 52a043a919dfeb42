import type { BreakingRule } from "../rule.js";
import { showValue } from "../compare/show-value.js";

/** For example `type: "req"` becomes `type: "request"`: either side refuses the other. */
export const constantSame: BreakingRule = {
  id: "constant-same",
  purpose: "Checks that constants stay the same.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "constant") return undefined;
    const [previous, current] = [showValue(difference.previous), showValue(difference.current)];
    return {
      path: difference.place.path,
      message: `Constant ${previous} became ${current}`,
      help: "Accept both until no peer of the older version is left.",
      previous,
      current,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "breaking" },
    };
  },
};
