import type { BreakingRule } from "../rule.js";

/** For example an older client refuses a result in which a property has become null. */
export const propertySameNullability: BreakingRule = {
  id: "property-same-nullability",
  purpose: "Checks that null stays allowed, or forbidden, where it was.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "nullability") return undefined;
    const { place, previous, current } = difference;
    return {
      path: place.path,
      message: current ? "Null became allowed" : "Null is no longer allowed",
      help: current
        ? "Send null only to peers whose version knows it."
        : "Go on accepting null until no peer of the older version is left.",
      previous: previous ? "nullable" : "not nullable",
      current: current ? "nullable" : "not nullable",
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "breaking" },
    };
  },
};
