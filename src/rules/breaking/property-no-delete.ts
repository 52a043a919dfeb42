import type { BreakingRule } from "../rule.js";

/** For example a closed object refuses the property from peers that still send it. */
export const propertyNoDelete: BreakingRule = {
  id: "property-no-delete",
  purpose: "Checks that no property is removed.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "property" || difference.change !== "removed") return undefined;
    const { wireName, required, place } = difference;
    return {
      path: place.path,
      message: `${required ? "Required property" : "Property"} ${JSON.stringify(wireName)} was removed`,
      help: "Keep it, optional and deprecated, until no peer of the older version is left.",
      previous: required ? "required" : "optional",
      current: undefined,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "breaking" },
    };
  },
};
