import type { BreakingRule } from "../rule.js";

/** For example `CronJob` is gone: code that names it no longer compiles. What peers send is judged where it was used. */
export const declarationNoDelete: BreakingRule = {
  id: "declaration-no-delete",
  purpose: "Checks that no definition is removed or renamed.",
  category: "source",
  check(difference) {
    if (difference.kind !== "name" || difference.of !== "declaration" || difference.change !== "removed")
      return undefined;
    const { name, counterpart } = difference;
    return {
      path: name,
      message:
        counterpart === undefined
          ? `Definition ${name} was removed`
          : `Definition ${name} was renamed to ${counterpart}`,
      help: "Keep the definition, deprecated, until nothing that was generated from it is in use.",
      previous: name,
      current: counterpart,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "breaking" },
    };
  },
};
