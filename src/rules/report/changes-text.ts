import type { ChangeSeverity } from "../rule.js";
import type { Ruling } from "../policy/apply-policy.js";

/** One protocol's changes. */
export interface ProtocolChanges {
  /** The protocol's name in the config. */
  readonly protocol: string;
  /** What was compared, for people. For example `main` and `the working tree`. */
  readonly previous: string;
  readonly current: string;
  readonly rulings: readonly Ruling[];
}

/** For people: a line for each change that is worth one, then the counts. */
export function changesText({ protocol, previous, current, rulings }: ProtocolChanges): string {
  const lines = rulings.map(({ change, reason }) => {
    const { severity, category, path, message, rule } = change;
    const agreed = reason === undefined ? "" : ` (agreed: ${reason})`;
    return `${severity.padEnd(8)}  ${category.padEnd(8)}  ${path}: ${message}  ${rule}${agreed}`;
  });
  const countOf = (severity: ChangeSeverity): number =>
    rulings.filter(({ change }) => change.severity === severity).length;
  const shown = (["breaking", "undecided", "risky", "safe"] as const).filter(
    (severity) => severity !== "undecided" || countOf(severity) > 0,
  );
  const counts = shown.map((severity) => `${countOf(severity)} ${severity}`);
  const agreed = rulings.filter(({ reason }) => reason !== undefined).length;
  const total =
    rulings.length === 0
      ? "nothing has changed"
      : `${counts.join(", ")}${agreed === 0 ? "" : `, ${agreed} of them agreed to`}`;
  return `${[...lines, `${protocol}: ${total} from ${previous} to ${current}`].join("\n")}\n`;
}
