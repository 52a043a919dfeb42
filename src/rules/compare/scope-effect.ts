import { stringList } from "../../json-schema/schema.js";
import type { JsonValue } from "../../support/json.js";

/** From what most callers may do to what few may; other words are not compared. */
const RANKS: readonly string[] = ["none", "public", "read", "write", "admin", "owner"];

/** `declared` and `removed`: one version says nothing of scopes here, so that nothing is known of who was let in. */
export type ScopeEffect = "widened" | "narrowed" | "changed" | "declared" | "removed";

/**
 * Whether a method may be called by more callers than before, or by fewer. For example `operator.write` after
 * `operator.admin` is `widened`; two scopes that say nothing of their order are `changed`.
 */
export function scopeEffect(previous: JsonValue | undefined, current: JsonValue | undefined): ScopeEffect {
  if (previous === undefined) return "declared";
  if (current === undefined) return "removed";
  if (typeof previous === "string" && typeof current === "string") return rankEffect(rankOf(previous), rankOf(current));
  const [before, after] = [stringList(previous), stringList(current)];
  // A list names scopes of which one is enough.
  if (before.every((scope) => after.includes(scope))) return "widened";
  return after.every((scope) => before.includes(scope)) ? "narrowed" : "changed";
}

function rankEffect(previous: number, current: number): ScopeEffect {
  if (previous === -1 || current === -1 || previous === current) return "changed";
  return current < previous ? "widened" : "narrowed";
}

function rankOf(scope: string): number {
  return RANKS.indexOf(scope.split(/[.:/]/).at(-1)?.toLowerCase() ?? "");
}
