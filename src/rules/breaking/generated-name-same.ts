import type { BreakingRule } from "../rule.js";

/** For example the first of two properties that would have one name was called by it as long as it was alone. */
export const generatedNameSame: BreakingRule = {
  id: "generated-name-same",
  purpose: "Checks that what stays on the wire keeps its name in generated code.",
  category: "source",
  check(difference) {
    if (difference.kind !== "generated-name") return undefined;
    const { target, path, previous, current } = difference;
    return {
      path,
      message: `${previous} is called ${current} in ${target}`,
      help: "Code that uses the old name has to be changed. Keep what the name comes from, or give the schema one of its own.",
      previous,
      current,
      category: "source",
      severity: "breaking",
      wire: undefined,
    };
  },
};
