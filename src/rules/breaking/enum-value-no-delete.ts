import type { BreakingRule } from "../rule.js";
import { showValue } from "../compare/show-value.js";

/** For example `"now"` is gone: the server refuses it from older clients. */
export const enumValueNoDelete: BreakingRule = {
  id: "enum-value-no-delete",
  purpose: "Checks that no value of an enum is removed.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "enum-value" || difference.change !== "removed") return undefined;
    const value = showValue(difference.value);
    return {
      path: difference.place.path,
      message: `Value ${value} was removed`,
      help: "Go on accepting it until no peer of the older version sends it.",
      previous: value,
      current: undefined,
      category: "source",
      severity: "breaking",
      wire: { toOlderReader: "risky" },
    };
  },
};
