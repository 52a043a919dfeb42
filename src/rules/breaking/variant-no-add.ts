import type { BreakingRule } from "../rule.js";

/** For example older clients refuse a result with a schedule of the `kind "at"`, which they do not know. */
export const variantNoAdd: BreakingRule = {
  id: "variant-no-add",
  purpose: "Checks that no variant is added to a union.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "variant" || difference.change !== "added") return undefined;
    const { label, place } = difference;
    return {
      path: place.path,
      message: `Variant ${label} is new`,
      help: "Send it only to peers whose version knows it, or let readers keep variants that they do not know.",
      previous: undefined,
      current: label,
      category: "source",
      severity: "risky",
      wire: { toOlderReader: "risky" },
    };
  },
};
