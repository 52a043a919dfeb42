import { stringList } from "../../instances/keywords.js";
import type { JsonValue } from "../../support/json.js";

/** From what most callers may do to what few may; other words are not compared. */
const RANKS: readonly string[] = ["none", "public", "read", "write", "admin", "owner"];

/**
 * Whether a method may be called by more callers than before, or by fewer. For example `operator.write` after
 * `operator.admin` is `widened`; two scopes that say nothing of their order are `changed`.
 */
export function scopeEffect(
  previous: JsonValue | undefined,
  current: JsonValue | undefined,
): "widened" | "narrowed" | "changed" {
  if (previous === undefined) return "narrowed";
  if (current === undefined) return "widened";
  if (typeof previous === "string" && typeof current === "string") return rankEffect(rankOf(previous), rankOf(current));
  const [before, after] = [stringList(previous), stringList(current)];
  // A list names scopes of which one is enough.
  if (before.every((scope) => after.includes(scope))) return "widened";
  return after.every((scope) => before.includes(scope)) ? "narrowed" : "changed";
}

function rankEffect(previous: number, current: number): "widened" | "narrowed" | "changed" {
  if (previous === -1 || current === -1 || previous === current) return "changed";
  return current < previous ? "widened" : "narrowed";
}

function rankOf(scope: string): number {
  return RANKS.indexOf(scope.split(/[.:/]/).at(-1)?.toLowerCase() ?? "");
}
