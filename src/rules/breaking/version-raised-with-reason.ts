import type { BreakingRule } from "../rule.js";

/** For example only a description changed. */
export const versionRaisedWithReason: BreakingRule = {
  id: "version-raised-with-reason",
  purpose: "Checks that the version of the protocol is not raised without a change of what peers send.",
  category: "metadata",
  check(difference) {
    if (difference.kind !== "version" || difference.wireChanges > 0) return undefined;
    const { previous, current } = difference;
    if (current <= previous) return undefined;
    return {
      path: "PROTOCOL_VERSION",
      message: `The version was raised from ${previous} to ${current}, but peers send the same as before`,
      help: `Leave it at ${previous}: peers that compare versions are turned away for nothing.`,
      previous: `${previous}`,
      current: `${current}`,
      category: "metadata",
      severity: "risky",
      wire: undefined,
    };
  },
};
