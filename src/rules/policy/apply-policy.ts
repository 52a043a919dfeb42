import { matchesPath } from "../path-pattern.js";
import type { Change, ChangeSeverity } from "../rule.js";
import { type Approval, approves } from "./approvals.js";
import type { Policy, PolicyEntry } from "./policy-config.js";

/** What a policy is applied with. */
export interface PolicyContext {
  readonly policy: Policy;
  readonly approvals: readonly Approval[];
  readonly protocol: string;
  /** The day that entries have to hold on, as `2026-11-23`; they do so up to and including their last one. */
  readonly today: string;
}

/** A change and what the project has decided about it. */
export interface Ruling {
  readonly change: Change;
  /** Whether it fails the command. */
  readonly fails: boolean;
  /** Why it does not, where somebody has agreed to it. */
  readonly reason: string | undefined;
  /** The day on which such an agreement ended. */
  readonly expired: string | undefined;
}

/** An entry of the config or of the approvals file, whichever speaks of a change. */
interface Agreement {
  readonly reason: string;
  readonly expires?: string | undefined;
}

const RANK: Readonly<Record<ChangeSeverity | "never", number>> = {
  safe: 0,
  risky: 1,
  breaking: 2,
  // What could not be decided may break.
  undecided: 2,
  never: 3,
};

/** Decides about a change. */
export function rule(change: Change, context: PolicyContext): Ruling {
  const agreements = agreementsOn(change, context);
  const valid = agreements.find(({ expires }) => expires === undefined || expires >= context.today);
  const isGrave = change.severity !== "safe" && RANK[change.severity] >= RANK[context.policy.fail[change.category]];
  return {
    change,
    fails: isGrave && valid === undefined,
    reason: valid?.reason,
    expired: valid === undefined ? agreements[0]?.expires : undefined,
  };
}

/** Whether somebody has agreed to a change, and the agreement still holds. */
export function isAgreed(change: Change, context: PolicyContext): boolean {
  return rule(change, context).reason !== undefined;
}

/** Whether an entry of the config speaks of a change. */
export function covers(entry: PolicyEntry, change: Change, protocol: string): boolean {
  if (entry.rule !== change.rule || (entry.protocol !== undefined && entry.protocol !== protocol)) return false;
  return matchesPath(entry.path, change.path);
}

function agreementsOn(change: Change, { policy, approvals, protocol }: PolicyContext): readonly Agreement[] {
  const entries = policy.ignore.filter((entry) => covers(entry, change, protocol));
  const given = approvals.filter((approval) => approves(approval, change, protocol));
  return [...entries, ...given];
}
