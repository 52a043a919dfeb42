import type { BreakingRule } from "../rule.js";

/** For example `chat.inject` is new, and no client can tell which servers have it. */
export const methodDeclaresSince: BreakingRule = {
  id: "method-declares-since",
  purpose: "Checks that a new method says since when it exists, where others do.",
  category: "metadata",
  check(difference) {
    if (difference.kind !== "name" || difference.of !== "method" || difference.change !== "added") return undefined;
    const { name, metadata, sinceIsUsual } = difference;
    if (!sinceIsUsual || metadata["since"] !== undefined) return undefined;
    return {
      path: name,
      message: `New method ${name} has no \`since\``,
      help: "Say in which version it came, as the other methods do: clients decide by it whether to call it.",
      previous: undefined,
      current: undefined,
      category: "metadata",
      severity: "risky",
      wire: undefined,
    };
  },
};
