import type { BreakingRule } from "../rule.js";

/** For example older servers refuse keys that newer clients may now add. */
export const objectStayClosed: BreakingRule = {
  id: "object-stay-closed",
  purpose: "Checks that no closed object is opened.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "openness") return undefined;
    if (difference.current !== "open" && difference.previous !== "closed") return undefined;
    const { place, previous, current } = difference;
    return {
      path: place.path,
      message: previous === "closed" ? "The object was opened" : "The object's other keys lost their type",
      help: "Send keys that are not declared only to peers whose version allows them.",
      previous,
      current,
      category: "source",
      severity: "safe",
      wire: { toOlderReader: "risky" },
    };
  },
};
