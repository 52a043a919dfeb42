import { valueAt } from "../../json-schema/pointer.js";
import type { BreakingRule } from "../rule.js";

/** For example an older server refuses every request of a newer client that fills in the new property. */
export const propertyNoAddToClosed: BreakingRule = {
  id: "property-no-add-to-closed",
  purpose: "Checks that no optional property is added to a closed object.",
  category: "wire",
  check(difference) {
    if (difference.kind !== "property" || difference.change !== "added" || difference.required) return undefined;
    const { wireName, closed, place } = difference;
    // A peer sends what its version does not declare at its own risk, unless nothing at all may stand there any more.
    const isDeclared = closed || valueAt(place.current.schema, ["properties", wireName]) === false;
    return {
      path: place.path,
      message: `Optional property ${JSON.stringify(wireName)} was added${closed ? " to a closed object" : ""}`,
      help: closed
        ? "Send it only to peers whose version knows it, or open the object a version earlier."
        : "Nothing has to be done: older readers ignore it.",
      previous: undefined,
      current: "optional",
      category: "source",
      severity: "safe",
      wire: isDeclared ? { toOlderReader: "risky" } : { toOlderReader: "risky", toNewerReader: "risky" },
    };
  },
};
