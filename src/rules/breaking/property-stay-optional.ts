import type { BreakingRule } from "../rule.js";

/** For example the server refuses params of older clients that leave the property out. */
export const propertyStayOptional: BreakingRule = {
  id: "property-stay-optional",
  purpose: "Checks that no optional property becomes required.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "presence" || difference.current !== "required") return undefined;
    return {
      path: difference.place.path,
      message: `Property ${JSON.stringify(difference.wireName)} became required`,
      help: "Leave it optional: older peers may leave it out.",
      previous: difference.previous,
      current: difference.current,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "risky" },
    };
  },
};
