import type { Ruling } from "../policy/apply-policy.js";
import type { Change } from "../rule.js";
import type { ProtocolChanges } from "./changes-text.js";
import { explainWitness, witnessText } from "./describe-witness.js";
import { code, escapeMarkdown } from "./markdown-text.js";

/** For a pull request or a changelog: what breaks, with an example each; what may break; what is new; and the rest. */
export function changesMarkdown({ protocol, previous, current, rulings }: ProtocolChanges): string {
  const title = `## ${escapeMarkdown(protocol)}: ${escapeMarkdown(previous)} → ${escapeMarkdown(current)}`;
  if (rulings.length === 0) return `${title}\n\nNothing has changed.\n`;
  const sections = SECTIONS.flatMap(({ heading, note, includes, list }) => {
    const changes = rulings.filter(({ change }) => includes(change));
    return changes.length === 0 ? [] : [`### ${heading} (${changes.length})`, note, ...list(changes)];
  });
  return `${[title, summary(rulings), ...sections].join("\n\n")}\n`;
}

interface Section {
  readonly heading: string;
  readonly note: string;
  readonly includes: (change: Change) => boolean;
  /** Its paragraphs and lists. */
  readonly list: (rulings: readonly Ruling[]) => readonly string[];
}

const SECTIONS: readonly Section[] = [
  {
    heading: "Breaks what peers send",
    note: "A peer of one version refuses what a peer of the other one sends.",
    includes: ({ category, severity }) => category === "wire" && severity === "breaking",
    list: listByAdvice,
  },
  {
    heading: "Undecided",
    note: "Whether a peer refuses anything could not be decided; take it for a break.",
    includes: ({ severity }) => severity === "undecided",
    list: listByAdvice,
  },
  {
    heading: "Breaks code",
    note: "Code that uses the generated models has to be changed.",
    includes: ({ category, severity }) => category === "source" && severity === "breaking",
    list: listByAdvice,
  },
  {
    heading: "Breaks agreements",
    note: "About versions and scopes.",
    includes: ({ category, severity }) => category === "metadata" && severity === "breaking",
    list: listByAdvice,
  },
  {
    heading: "May break",
    note: "It depends on what peers do.",
    includes: ({ severity }) => severity === "risky",
    list: listByAdvice,
  },
  {
    heading: "New",
    note: "Older peers do not mind.",
    includes: ({ severity, rule }) => severity === "safe" && NEWS.has(rule),
    list: listNews,
  },
  {
    heading: "Other changes",
    note: "Older peers do not mind.",
    includes: ({ severity, rule }) => severity === "safe" && !NEWS.has(rule),
    list: (rulings) => [rulings.map(line).join("\n")],
  },
];

/** Rules that tell of something new, and what it is. */
const NEWS: ReadonlyMap<string, string> = new Map([
  ["method-new", "Methods"],
  ["event-new", "Events"],
  ["error-code-new", "Error codes"],
  ["declaration-new", "Definitions"],
  ["property-no-add-to-closed", "Optional properties"],
]);

function summary(rulings: readonly Ruling[]): string {
  const fails = rulings.filter((ruling) => ruling.fails).length;
  const agreed = rulings.filter(({ reason }) => reason !== undefined).length;
  const verdict =
    fails === 0
      ? "Nothing stands in the way."
      : `**${fails} ${fails === 1 ? "change has" : "changes have"} to be looked at.**`;
  return agreed === 0 ? verdict : `${verdict} ${agreed} agreed to.`;
}

/** One list for each thing that is new. */
function listNews(rulings: readonly Ruling[]): readonly string[] {
  return [...NEWS].flatMap(([rule, noun]) => {
    const names = rulings.filter(({ change }) => change.rule === rule).map(({ change }) => code(change.path));
    return names.length === 0 ? [] : [`${noun}: ${names.join(", ")}.`];
  });
}

/** One list for each advice, since a rule gives many changes the same. */
function listByAdvice(rulings: readonly Ruling[]): readonly string[] {
  const groups = new Map<string, readonly Ruling[]>();
  for (const ruling of rulings) {
    const { rule, help } = ruling.change;
    const advice = `**${code(rule)}** ${escapeMarkdown(help)}`;
    groups.set(advice, [...(groups.get(advice) ?? []), ruling]);
  }
  return [...groups].flatMap(([advice, group]) => [advice, group.map(entry).join("\n")]);
}

/** A change with its first example. */
function entry(ruling: Ruling): string {
  const [witness] = ruling.change.witnesses;
  if (witness === undefined) return line(ruling);
  return `${line(ruling)}\n  ${escapeMarkdown(explainWitness(witness))}:\n  ${code(witnessText(witness))}`;
}

function line({ change, reason }: Ruling): string {
  const agreed = reason === undefined ? "" : ` _Agreed: ${escapeMarkdown(reason)}_`;
  return `- ${code(change.path)}: ${escapeMarkdown(change.message)}.${agreed}`;
}
