import { createSampler } from "../instances/sampler.js";
import type { JsonValue } from "../support/json.js";
import { type Difference, isSchemaDifference, type NameDifference } from "./compare/difference.js";
import type { Side } from "./compare/side.js";
import { fingerprintOf } from "./fingerprint.js";
import type { Change, ChangeSeverity, Finding, Reader, ReaderPolicy, WireImpact, Witness } from "./rule.js";
import type { Verdict, WitnessFinder } from "./witness/create-witness-finder.js";

/** What a verdict is made with. */
export interface Assessment {
  readonly finder: WitnessFinder;
  readonly previous: Side;
  readonly current: Side;
  readonly readers: ReaderPolicy;
}

/** The graver the higher. */
export const SEVERITY_RANK: Readonly<Record<ChangeSeverity, number>> = { safe: 0, risky: 1, undecided: 2, breaking: 3 };

/** Turns what a rule says into a verdict: what a peer refuses is a break of the wire, whatever it does to code. */
export function assess(
  rule: string,
  { difference, finding }: { difference: Difference; finding: Finding },
  assessment: Assessment,
): Change {
  const { path, message, help, previous, current, category, severity, wire } = finding;
  const reader = readerOf(difference, assessment.finder);
  const fingerprint = fingerprintOf(rule, difference, assessment);
  const change = {
    rule,
    fingerprint,
    category,
    severity,
    path,
    message,
    help,
    previous,
    current,
    reader,
    witnesses: [],
  };
  const verdicts = wire === undefined ? [] : verdictsOn(difference, assessment);
  if (wire === undefined || verdicts.length === 0) return change;
  const severities = verdicts.map((verdict) => severityOf(verdict, wire, assessment.readers));
  const worst =
    [severity, ...severities].toSorted((left, right) => SEVERITY_RANK[right] - SEVERITY_RANK[left])[0] ?? severity;
  const witnesses = verdicts.flatMap(({ witness }) => witness ?? []);
  const note = worst === "undecided" ? " Whether a peer refuses anything because of it could not be decided." : "";
  return { ...change, category: "wire", severity: worst, help: `${help}${note}`, witnesses };
}

function severityOf({ kind, reader, readerVersion }: Verdict, wire: WireImpact, readers: ReaderPolicy): ChangeSeverity {
  const isTaken = readerVersion === "previous" && wire.toOlderReader === "risky" && readers[reader] === "tolerant";
  if (isTaken || (readerVersion === "current" && wire.toNewerReader === "risky")) return "risky";
  return kind === "undecided" ? "undecided" : "breaking";
}

function verdictsOn(difference: Difference, { finder, previous }: Assessment): readonly Verdict[] {
  if (isSchemaDifference(difference)) return finder.judge(difference);
  const witnesses = difference.kind === "name" ? nameWitnesses(difference, { finder, previous }) : [];
  return witnesses.map((witness) => ({
    reader: witness.reader,
    readerVersion: witness.readerVersion,
    kind: "refuses",
    witness,
  }));
}

function readerOf(difference: Difference, finder: WitnessFinder): Reader | undefined {
  if (isSchemaDifference(difference)) {
    const [first, second] = finder.readersOf(difference);
    return second === undefined ? first : "both";
  }
  if (difference.kind !== "name" || difference.of === "declaration") return undefined;
  return difference.of === "method" ? "server" : "client";
}

/** What a peer still sends, or waits for in vain, under a name that is gone. */
function nameWitnesses(
  { of, change, name, counterpart }: NameDifference,
  { finder, previous }: Pick<Assessment, "finder" | "previous">,
): readonly Witness[] {
  if (change !== "removed") return [];
  const { protocol, definitions } = previous;
  const sample = (id: string | undefined): JsonValue | undefined => {
    const schema = id === undefined ? undefined : definitions.get(id);
    return schema === undefined ? undefined : createSampler({ definitions, seed: 3 }).sample(schema, "minimal");
  };
  const gone = { readerVersion: "current", definition: undefined } as const;
  if (of === "method") {
    const params = sample(protocol.methods.find((item) => item.name === name)?.params);
    const instance = { method: name, ...(params === undefined ? {} : { params }) };
    return [{ ...gone, reader: "server", subject: `${name} request`, instance, reason: "no method has this name" }];
  }
  if (of === "event") {
    const payload = sample(protocol.events.find((item) => item.name === name)?.payload);
    const instance = { event: name, ...(payload === undefined ? {} : { payload }) };
    return [{ ...gone, reader: "client", subject: `${name} event`, instance, reason: "no event has this name" }];
  }
  const root = of === "declaration" && counterpart === undefined ? finder.namedRoot("previous", name) : undefined;
  const reason = "nothing of this name is known any more";
  return (root?.readers ?? []).map((reader) => ({
    ...gone,
    reader,
    subject: name,
    instance: sample(name) ?? null,
    reason,
  }));
}
