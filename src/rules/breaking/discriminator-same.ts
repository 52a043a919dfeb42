import type { BreakingRule } from "../rule.js";

/** For example `kind` takes the place of `type`: no peer of the older version knows any variant. */
export const discriminatorSame: BreakingRule = {
  id: "discriminator-same",
  purpose: "Checks that the property that tells variants apart stays the same.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "discriminator") return undefined;
    const { place, previous, current } = difference;
    return {
      path: place.path,
      message:
        current === undefined
          ? `Variants are no longer told apart by ${JSON.stringify(previous)}`
          : `Variants are told apart by ${JSON.stringify(current)}${previous === undefined ? "" : `, not by ${JSON.stringify(previous)}`}`,
      help: "Send both properties until no peer of the older version is left.",
      previous,
      current,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "breaking" },
    };
  },
};
