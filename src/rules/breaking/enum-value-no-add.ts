import type { BreakingRule } from "../rule.js";
import { showValue } from "../compare/show-value.js";

/** For example older clients refuse a result with the status `"paused"`, which they do not know. */
export const enumValueNoAdd: BreakingRule = {
  id: "enum-value-no-add",
  purpose: "Checks that no value is added to an enum.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "enum-value" || difference.change !== "added") return undefined;
    const value = showValue(difference.value);
    return {
      path: difference.place.path,
      message: `Value ${value} is new`,
      help: "Send it only to peers whose version knows it, or let readers keep values that they do not know.",
      previous: undefined,
      current: value,
      category: "source",
      severity: "risky",
      wire: { toOlderReader: "risky" },
    };
  },
};
