import type { BreakingRule } from "../rule.js";

/** For example `tick` is gone: an older client waits for it in vain. */
export const eventNoDelete: BreakingRule = {
  id: "event-no-delete",
  purpose: "Checks that no event is removed or renamed.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "name" || difference.of !== "event" || difference.change !== "removed") return undefined;
    const { name, counterpart } = difference;
    return {
      path: name,
      message: counterpart === undefined ? `Event ${name} was removed` : `Event ${name} was renamed to ${counterpart}`,
      help: "Go on sending the event, deprecated, until no client of the older version is left.",
      previous: name,
      current: counterpart,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "breaking" },
    };
  },
};
