import type { BreakingRule } from "../rule.js";

/** For example the server refuses keys that older clients were free to send. */
export const objectStayOpen: BreakingRule = {
  id: "object-stay-open",
  purpose: "Checks that no open object is closed.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "openness" || difference.current === "open") return undefined;
    if (difference.previous === "closed") return undefined;
    const { place, previous, current } = difference;
    return {
      path: place.path,
      message: current === "closed" ? "The object was closed" : "The object's other keys got a type",
      help: "Leave it open, or be sure that no peer sends keys that are not declared.",
      previous,
      current,
      category: "source",
      severity: "risky",
      wire: { toOlderReader: "risky" },
    };
  },
};
