import type { BreakingRule } from "../rule.js";

/** For example `CronRunLog` has come: nobody knows it yet, so nobody minds. */
export const declarationNew: BreakingRule = {
  id: "declaration-new",
  purpose: "Lists new definitions.",
  category: "source",
  check(difference) {
    if (difference.kind !== "name" || difference.of !== "declaration" || difference.change !== "added")
      return undefined;
    const { name, counterpart } = difference;
    if (counterpart !== undefined) return undefined;
    return {
      path: name,
      message: `Definition ${name} is new`,
      help: "Nothing has to be done.",
      previous: undefined,
      current: name,
      category: "source",
      severity: "safe",
      wire: undefined,
    };
  },
};
