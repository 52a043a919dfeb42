import type { BreakingRule } from "../rule.js";

/** For example `if` and `then` take the place of a union: whether they say the same is seen by trying. */
export const declarationSameWording: BreakingRule = {
  id: "declaration-same-wording",
  purpose: "Checks that a definition that is written otherwise says the same.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "wording") return undefined;
    return {
      path: difference.place.path,
      message: "The definition is written otherwise",
      help: "Be sure that it says the same. Where it does not, an example is shown.",
      previous: undefined,
      current: undefined,
      category: "source",
      severity: "safe",
      wire: { toOlderReader: "breaking" },
    };
  },
};
