import type { BreakingRule } from "../rule.js";

/** For example an older client refuses a result in which the property is missing. */
export const propertyStayRequired: BreakingRule = {
  id: "property-stay-required",
  purpose: "Checks that no required property becomes optional.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "presence" || difference.current !== "optional") return undefined;
    return {
      path: difference.place.path,
      message: `Property ${JSON.stringify(difference.wireName)} became optional`,
      help: "Go on sending it to peers of the older version: they require it.",
      previous: difference.previous,
      current: difference.current,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "breaking" },
    };
  },
};
