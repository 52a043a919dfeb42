import type { BreakingRule } from "../rule.js";

/** For example the schedule `kind "every"` is gone: the server refuses it from older clients. */
export const variantNoDelete: BreakingRule = {
  id: "variant-no-delete",
  purpose: "Checks that no variant of a union is removed.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "variant" || difference.change !== "removed") return undefined;
    const { label, place } = difference;
    return {
      path: place.path,
      message: `Variant ${label} was removed`,
      help: "Go on accepting it until no peer of the older version sends it.",
      previous: label,
      current: undefined,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "risky" },
    };
  },
};
