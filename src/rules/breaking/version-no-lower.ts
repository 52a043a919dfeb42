import type { BreakingRule } from "../rule.js";

/** For example a merge brought back an older number. */
export const versionNoLower: BreakingRule = {
  id: "version-no-lower",
  purpose: "Checks that the version of the protocol never falls.",
  category: "metadata",
  check(difference) {
    if (difference.kind !== "version" || difference.current >= difference.previous) return undefined;
    const { previous, current } = difference;
    return {
      path: "PROTOCOL_VERSION",
      message: `The version fell from ${previous} to ${current}`,
      help: `Set it to ${previous} at least.`,
      previous: `${previous}`,
      current: `${current}`,
      category: "metadata",
      severity: "breaking",
      wire: undefined,
    };
  },
};
