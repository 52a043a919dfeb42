import type { BreakingRule } from "../rule.js";
import { showValue } from "../compare/show-value.js";

/** For example `MIN_CLIENT_PROTOCOL_VERSION` rises from 3 to 4. */
export const versionWindowSame: BreakingRule = {
  id: "version-window-same",
  purpose: "Checks that no older peer is turned away by a raised minimum version.",
  category: "metadata",
  check(difference) {
    if (difference.kind !== "version-window") return undefined;
    const { name, previous, current } = difference;
    const raised = previous !== undefined && current !== undefined && current > previous;
    return {
      path: name,
      message: `${name} was ${raised ? "raised" : previous === undefined ? "added" : current === undefined ? "removed" : "lowered"}`,
      help: raised
        ? "Peers below it are turned away. Be sure that none is left."
        : "Peers that were turned away may connect now. Be sure that they are understood.",
      previous: showValue(previous),
      current: showValue(current),
      category: "metadata",
      severity: raised ? "breaking" : "risky",
      wire: undefined,
    };
  },
};
