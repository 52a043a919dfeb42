import type { FileState } from "../../../output/file-state.js";
import { count } from "../../count.js";

/** A line for each file that differs, then the counts. */
export function checkSummary(states: readonly FileState[]): string {
  if (states.length === 0) return "No file was compared.\n";
  const differing = states.filter(({ status }) => status !== "unchanged");
  const counts = ["stale", "missing", "orphan"]
    .map((status) => ({ status, found: states.filter((state) => state.status === status).length }))
    .filter(({ found }) => found > 0)
    .map(({ status, found }) => `${found} ${status}`);
  const lines = differing.map(({ path, status }) => `${status.padEnd(7)}  ${path}`);
  const unchanged = states.length - differing.length;
  const total =
    counts.length === 0 ? `${count(unchanged, "file")} up to date` : `${counts.join(", ")}, ${unchanged} up to date`;
  return `${[...lines, total].join("\n")}\n`;
}
