import type { Finding } from "../rule.js";
import type { Difference } from "./difference.js";
import { showValue } from "./show-value.js";

/** What a changed keyword means, for rules that differ in their keywords alone. */
export function checkConstraint(
  difference: Difference,
  keywords: readonly string[],
  noun: string,
): Finding | undefined {
  if (difference.kind !== "constraint" || !keywords.includes(difference.keyword)) return undefined;
  const { keyword, effect, place } = difference;
  const [previous, current] = [showValue(difference.previous), showValue(difference.current)];
  return {
    path: place.path,
    message: `The ${noun} was ${effect}: \`${keyword}\` ${phrase(previous, current)}`,
    help:
      effect === "widened"
        ? "Send what is newly allowed only to peers whose version allows it."
        : "Go on accepting what was allowed until no peer of the older version is left.",
    previous,
    current,
    category: "source",
    severity: "safe",
    wire: { toOlderReader: "risky" },
  };
}

function phrase(previous: string | undefined, current: string | undefined): string {
  if (previous === undefined) return `${current} was added`;
  return current === undefined ? `${previous} was removed` : `${previous} became ${current}`;
}
