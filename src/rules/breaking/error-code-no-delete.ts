import type { BreakingRule } from "../rule.js";

/** For example `NOT_LINKED` is gone. */
export const errorCodeNoDelete: BreakingRule = {
  id: "error-code-no-delete",
  purpose: "Checks that no error code is removed or renamed.",
  category: "source",
  check(difference) {
    if (difference.kind !== "name" || difference.of !== "error-code" || difference.change !== "removed")
      return undefined;
    const { name } = difference;
    return {
      path: `ErrorCodes.${name}`,
      message: `Error code ${name} was removed`,
      help: "Keep the code: clients tell errors apart by it, and code that names it no longer compiles.",
      previous: name,
      current: undefined,
      category: "source",
      severity: "breaking",
      wire: undefined,
    };
  },
};
