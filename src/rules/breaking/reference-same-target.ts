import type { BreakingRule } from "../rule.js";

/** For example `SessionRow.owner` was an `Actor` and is a `Participant`: generated code has another type there. */
export const referenceSameTarget: BreakingRule = {
  id: "reference-same-target",
  purpose: "Checks that the same definition stands where it stood.",
  category: "source",
  check(difference) {
    if (difference.kind !== "reference") return undefined;
    const { place, previous, current } = difference;
    return {
      path: place.path,
      message:
        previous === undefined
          ? `${current} stands here now`
          : `${previous} stood here, now ${current ?? "nothing"} does`,
      help: "Generated code has another type here. What peers send is compared, and reported where it differs.",
      previous,
      current,
      category: "source",
      severity: previous === undefined ? "safe" : "breaking",
      wire: undefined,
    };
  },
};
