import type { BreakingRule } from "../rule.js";

/** For example `atMs` was an integer and is a string: either side refuses what the other sends. */
export const propertySameType: BreakingRule = {
  id: "property-same-type",
  purpose: "Checks that no type changes.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "type") return undefined;
    const { place, previous, current } = difference;
    return {
      path: place.path,
      message: `Type changed from ${previous} to ${current}`,
      help: "Add a property with the new type beside the old one, and deprecate the old one.",
      previous,
      current,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "breaking" },
    };
  },
};
