import type { Ruling } from "../policy/apply-policy.js";
import type { Change } from "../rule.js";
import type { ProtocolChanges } from "./changes-text.js";
import { explainWitness, witnessText } from "./describe-witness.js";
import { code, escapeMarkdown } from "./markdown-text.js";

/** For a pull request or a changelog: what breaks, with an example each; what may break; what is new; and the rest. */
export function changesMarkdown({ protocol, previous, current, rulings }: ProtocolChanges): string {
  const title = `## ${escapeMarkdown(protocol)}: ${escapeMarkdown(previous)} → ${escapeMarkdown(current)}`;
  if (rulings.length === 0) return `${title}\n\nNothing has changed.\n`;
  const sections = SECTIONS.map(({ heading, note, includes }) => {
    const changes = rulings.filter(({ change }) => includes(change));
    return changes.length === 0
      ? undefined
      : [`### ${heading} (${changes.length})`, note, listByPlace(changes)].join("\n\n");
  });
  return `${[title, summary(rulings), ...sections.filter((section) => section !== undefined)].join("\n\n")}\n`;
}

interface Section {
  readonly heading: string;
  readonly note: string;
  readonly includes: (change: Change) => boolean;
}

const SECTIONS: readonly Section[] = [
  {
    heading: "Breaks what peers send",
    note: "A peer of one version refuses what a peer of the other one sends.",
    includes: ({ category, severity }) => category === "wire" && severity === "breaking",
  },
  {
    heading: "Breaks code",
    note: "Code that uses the generated models has to be changed.",
    includes: ({ category, severity }) => category === "source" && severity === "breaking",
  },
  {
    heading: "Breaks agreements",
    note: "Versions and scopes.",
    includes: ({ category, severity }) => category === "metadata" && severity === "breaking",
  },
  { heading: "May break", note: "It depends on what peers do.", includes: ({ severity }) => severity === "risky" },
  {
    heading: "New",
    note: "Older peers do not mind.",
    includes: ({ severity, rule }) => severity === "safe" && isNews(rule),
  },
  {
    heading: "Other changes",
    note: "Older peers do not mind.",
    includes: ({ severity, rule }) => severity === "safe" && !isNews(rule),
  },
];

function isNews(rule: string): boolean {
  return rule.endsWith("-new") || rule === "property-no-add-to-closed";
}

function summary(rulings: readonly Ruling[]): string {
  const fails = rulings.filter((ruling) => ruling.fails).length;
  const agreed = rulings.filter(({ reason }) => reason !== undefined).length;
  const verdict =
    fails === 0
      ? "Nothing stands in the way."
      : `**${fails} ${fails === 1 ? "change has" : "changes have"} to be looked at.**`;
  return agreed === 0 ? verdict : `${verdict} ${agreed} agreed to.`;
}

/** A list with one entry for each definition, method or event, and its changes below it where there are several. */
function listByPlace(rulings: readonly Ruling[]): string {
  return rulings.map(entry).join("\n");
}

function entry({ change, reason }: Ruling): string {
  const { path, message, witnesses, help, severity } = change;
  const agreed = reason === undefined ? "" : ` _Agreed: ${escapeMarkdown(reason)}_`;
  const line = `- ${code(path)}: ${escapeMarkdown(message)}.${agreed}`;
  const [witness] = witnesses;
  if (severity === "safe") return line;
  const advice = `  ${escapeMarkdown(help)}`;
  if (witness === undefined) return `${line}\n${advice}`;
  const why = `  ${escapeMarkdown(explainWitness(witness))}:`;
  return `${line}\n${advice}\n${why}\n  ${code(witnessText(witness))}`;
}
