import type { WriteSummary } from "../../../output/write-outputs.js";
import type { OwnedFallback } from "../../../pipeline/produce.js";
import { count } from "../../count.js";

/** What a run of `generate` has to say at its end. */
export interface GenerateResult {
  readonly files: WriteSummary;
  readonly fallbacks: readonly OwnedFallback[];
  /** How long it took; undefined where nobody reads along, so that the text is the same every time. */
  readonly milliseconds: number | undefined;
}

/** The result for people: a line for each changed file, what had to be given up, and the counts. */
export function generateSummary({ files, fallbacks, milliseconds }: GenerateResult): string {
  const { written, unchanged, removed } = files;
  const time = milliseconds === undefined ? "" : ` in ${(milliseconds / 1000).toFixed(2)} s`;
  const counts = [
    `${count(written.length, "file")} written`,
    `${unchanged.length} unchanged`,
    `${removed.length} removed`,
  ];
  const lines = [
    ...written.map((path) => `written  ${path}`),
    ...removed.map((path) => `removed  ${path}`),
    ...fallbackLines(fallbacks),
    `${counts.join(", ")}${time}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** For example `gateway/swift: 3 fallbacks (if/then 1, not 2)`. */
function fallbackLines(fallbacks: readonly OwnedFallback[]): readonly string[] {
  const owners = [...new Set(fallbacks.map(({ owner }) => owner))];
  return owners.map((owner) => {
    const constructs = fallbacks.filter((fallback) => fallback.owner === owner).map(({ construct }) => construct);
    const named = [...new Set(constructs)].map(
      (name) => `${name} ${constructs.filter((other) => other === name).length}`,
    );
    return `${owner}: ${count(constructs.length, "fallback")} (${named.join(", ")})`;
  });
}
