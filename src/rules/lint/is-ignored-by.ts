import type { LintIgnore } from "./lint-config.js";
import type { LintFinding, LintRule } from "./lint-rule.js";

/** Whether an ignore entry means a finding. `*` in its path stands for any text, the rest for itself. */
export function isIgnoredBy(
  entry: LintIgnore,
  found: { readonly rule: LintRule; readonly finding: LintFinding; readonly protocol: string },
): boolean {
  if (entry.rule !== found.rule.id) return false;
  if (entry.protocol !== undefined && entry.protocol !== found.protocol) return false;
  const parts = entry.path.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "u").test(found.finding.path);
}
