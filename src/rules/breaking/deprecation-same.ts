import type { BreakingRule } from "../rule.js";
import { showValue } from "../compare/show-value.js";

/** For example `CronJob.isolation` is to be avoided from now on. */
export const deprecationSame: BreakingRule = {
  id: "deprecation-same",
  purpose: "Lists what became deprecated, or no longer is.",
  category: "metadata",
  check(difference) {
    if (difference.kind !== "annotation" || difference.keyword !== "deprecated") return undefined;
    const [previous, current] = [showValue(difference.previous), showValue(difference.current)];
    return {
      path: difference.place.path,
      message: current === undefined || current === "false" ? "No longer deprecated" : "Deprecated",
      help: "Nothing has to be done now. Say what to use instead.",
      previous,
      current,
      category: "metadata",
      severity: "safe",
      wire: undefined,
    };
  },
};
