import type { BreakingRule } from "../rule.js";
import { showValue } from "../compare/show-value.js";

/** For example the policy of `chat.send` changed. */
export const operationSameMetadata: BreakingRule = {
  id: "operation-same-metadata",
  purpose: "Lists what else the registry says of methods and events that changed.",
  category: "metadata",
  check(difference) {
    if (difference.kind !== "operation" || difference.key === "scope") return undefined;
    const { name, key, previous, current } = difference;
    return {
      path: name,
      message: `\`${key}\` of ${name} changed`,
      help: "Be sure that peers that go by it know.",
      previous: showValue(previous),
      current: showValue(current),
      category: "metadata",
      severity: key === "since" && previous !== undefined ? "risky" : "safe",
      wire: undefined,
    };
  },
};
