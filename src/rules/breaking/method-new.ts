import type { BreakingRule } from "../rule.js";

/** For example `chat.inject` has come: a client that calls it on an older server is told that there is no such method. */
export const methodNew: BreakingRule = {
  id: "method-new",
  purpose: "Lists new methods.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "name" || difference.of !== "method" || difference.change !== "added") return undefined;
    const { name, counterpart } = difference;
    if (counterpart !== undefined) return undefined;
    return {
      path: name,
      message: `Method ${name} is new`,
      help: "Nothing has to be done.",
      previous: undefined,
      current: name,
      category: "wire",
      severity: "safe",
      wire: undefined,
    };
  },
};
