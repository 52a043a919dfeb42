import type { Protocol } from "../ir/types.js";
import { assess, type Assessment } from "./assess.js";
import { compareProtocols } from "./compare/compare-protocols.js";
import type { Difference } from "./compare/difference.js";
import { createSide } from "./compare/side.js";
import type { BreakingRule, Change, ChangeSeverity } from "./rule.js";
import { createWitnessFinder } from "./witness/create-witness-finder.js";

/** Two versions of a protocol, and what to hold them to. */
export interface RunRules {
  readonly previous: Protocol;
  readonly current: Protocol;
  readonly rules: readonly BreakingRule[];
  /** Whether a change is one that was agreed on: it is then no reason to raise the version. */
  readonly isApproved: (change: Change) => boolean;
}

const ORDER: readonly ChangeSeverity[] = ["breaking", "risky", "safe"];

/** Judges every difference between two versions. The gravest first, then in the order of the current version. */
export async function runRules({ previous, current, rules, isApproved }: RunRules): Promise<readonly Change[]> {
  const sides = { previous: createSide(previous), current: createSide(current) };
  const differences = compareProtocols(sides.previous, sides.current);
  const finder = await createWitnessFinder(sides.previous, sides.current);
  const assessment = { finder, previous: sides.previous };
  const changes = differences.flatMap((difference) => judge(difference, rules, assessment));
  const version = versionDifference(
    { previous, current },
    changes.filter((change) => !isApproved(change)),
  );
  const all = version === undefined ? changes : [...judge(version, rules, assessment), ...changes];
  return all.toSorted((left, right) => ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity));
}

function judge(difference: Difference, rules: readonly BreakingRule[], assessment: Assessment): readonly Change[] {
  return rules.flatMap((rule) => {
    const finding = rule.check(difference);
    return finding === undefined ? [] : [assess(rule.id, { difference, finding }, assessment)];
  });
}

/** What the versions have to answer for; undefined where a version is not known. */
function versionDifference(
  { previous, current }: Pick<RunRules, "previous" | "current">,
  changes: readonly Change[],
): Difference | undefined {
  if (previous.version === undefined || current.version === undefined) return undefined;
  const onWire = changes.filter(({ category, witnesses }) => category === "wire" || witnesses.length > 0);
  const wireBreaks = onWire.filter(({ category, severity }) => category === "wire" && severity === "breaking").length;
  return {
    kind: "version",
    previous: previous.version,
    current: current.version,
    wireBreaks,
    wireChanges: onWire.length,
  };
}
