import type { BreakingRule } from "../rule.js";

/** For example `chat.abort` is gone: the server answers an older client that it knows no such method. */
export const methodNoDelete: BreakingRule = {
  id: "method-no-delete",
  purpose: "Checks that no method is removed or renamed.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "name" || difference.of !== "method" || difference.change !== "removed") return undefined;
    const { name, counterpart } = difference;
    return {
      path: name,
      message:
        counterpart === undefined ? `Method ${name} was removed` : `Method ${name} was renamed to ${counterpart}`,
      help: "Keep the method, deprecated, until no client of the older version is left.",
      previous: name,
      current: counterpart,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "breaking" },
    };
  },
};
