import type { BreakingRule } from "../rule.js";

/** For example `heartbeat` has come: older clients leave events alone that they do not know. */
export const eventNew: BreakingRule = {
  id: "event-new",
  purpose: "Lists new events.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "name" || difference.of !== "event" || difference.change !== "added") return undefined;
    const { name, counterpart } = difference;
    if (counterpart !== undefined) return undefined;
    return {
      path: name,
      message: `Event ${name} is new`,
      help: "Nothing has to be done.",
      previous: undefined,
      current: name,
      category: "wire",
      severity: "safe",
      wire: undefined,
    };
  },
};
