import type { BreakingRule } from "../rule.js";

/** For example `AGENT_TIMEOUT` has come. */
export const errorCodeNew: BreakingRule = {
  id: "error-code-new",
  purpose: "Lists new error codes.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "name" || difference.of !== "error-code" || difference.change !== "added") return undefined;
    const { name } = difference;
    return {
      path: `ErrorCodes.${name}`,
      message: `Error code ${name} is new`,
      help: "Older clients treat it as an error that they do not know.",
      previous: undefined,
      current: name,
      category: "wire",
      severity: "safe",
      wire: undefined,
    };
  },
};
