import type { BreakingRule } from "../rule.js";

/** For example a required property was added and `PROTOCOL_VERSION` is still 3. */
export const versionRaisedForBreak: BreakingRule = {
  id: "version-raised-for-break",
  purpose: "Checks that the version of the protocol is raised where a change breaks what peers send.",
  category: "metadata",
  check(difference) {
    if (difference.kind !== "version" || difference.wireBreaks === 0) return undefined;
    const { previous, current, wireBreaks } = difference;
    if (current > previous) return undefined;
    const changes = wireBreaks === 1 ? "A change breaks" : `${wireBreaks} changes break`;
    return {
      path: "PROTOCOL_VERSION",
      message: `${changes} what peers send, but the version is still ${current}`,
      help: `Raise PROTOCOL_VERSION to ${previous + 1}, or undo what breaks.`,
      previous: `${previous}`,
      current: `${current}`,
      category: "metadata",
      severity: "breaking",
      wire: undefined,
    };
  },
};
