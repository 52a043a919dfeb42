import type { BreakingRule } from "../rule.js";
import { scopeEffect } from "../compare/scope-effect.js";
import { showValue } from "../compare/show-value.js";

/** For example `cron.add` asked for `operator.write` and asks for `operator.admin`: some callers are turned away. */
export const methodSameScope: BreakingRule = {
  id: "method-same-scope",
  purpose: "Checks that a method asks for the same scope.",
  category: "metadata",
  check(difference) {
    if (difference.kind !== "operation" || difference.key !== "scope") return undefined;
    const { name, previous, current } = difference;
    const effect = scopeEffect(previous, current);
    return {
      path: name,
      message: `The scope of ${name} was ${effect}`,
      help:
        effect === "narrowed" || effect === "changed"
          ? "Callers that have the previous scope alone are turned away. Accept both for a while."
          : "Other callers may do this now. Be sure that they should.",
      previous: showValue(previous),
      current: showValue(current),
      category: "metadata",
      severity: effect === "narrowed" || effect === "changed" ? "breaking" : "risky",
      wire: undefined,
    };
  },
};
