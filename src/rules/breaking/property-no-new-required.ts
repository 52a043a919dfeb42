import type { BreakingRule } from "../rule.js";

/** For example params that older clients send lack it, and the server refuses them. */
export const propertyNoNewRequired: BreakingRule = {
  id: "property-no-new-required",
  purpose: "Checks that no required property is added.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "property" || difference.change !== "added" || !difference.required) return undefined;
    return {
      path: difference.place.path,
      message: `Required property ${JSON.stringify(difference.wireName)} was added`,
      help: "Make it optional: older peers do not send it.",
      previous: undefined,
      current: "required",
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "risky" },
    };
  },
};
