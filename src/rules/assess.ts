import { createSampler } from "../instances/sampler.js";
import type { JsonValue } from "../support/json.js";
import type { Difference, NameDifference, SchemaDifference } from "./compare/difference.js";
import type { Side } from "./compare/side.js";
import type { Change, ChangeSeverity, Finding, Reader, Witness } from "./rule.js";
import type { WitnessFinder } from "./witness/create-witness-finder.js";

/** What a verdict is made with. */
export interface Assessment {
  readonly finder: WitnessFinder;
  readonly previous: Side;
}

const RANK: Readonly<Record<ChangeSeverity, number>> = { safe: 0, risky: 1, breaking: 2 };

/** Turns what a rule says into a verdict: a break of the wire is one only with an example. */
export function assess(
  rule: string,
  { difference, finding }: { difference: Difference; finding: Finding },
  assessment: Assessment,
): Change {
  const { path, message, help, previous, current, category, severity, wire } = finding;
  const reader = readerOf(difference, assessment.finder);
  const verdict = { rule, category, severity, path, message, help, previous, current, reader, witnesses: [] };
  if (wire === undefined) return verdict;
  const witnesses = witnessesOf(difference, assessment);
  const worst = witnesses.some(({ readerVersion }) => readerVersion === "current") ? "breaking" : wire.toOlderReader;
  if (witnesses.length > 0 && RANK[worst] >= RANK[severity])
    return { ...verdict, category: "wire", severity: worst, witnesses };
  if (witnesses.length > 0 || RANK[wire.unproven] <= RANK[severity]) return { ...verdict, witnesses };
  const note = "No example of a message that is refused was found, so this may be harmless.";
  return { ...verdict, category: "wire", severity: wire.unproven, help: `${help} ${note}` };
}

function witnessesOf(difference: Difference, { finder, previous }: Assessment): readonly Witness[] {
  if (isSchemaDifference(difference)) return finder.find(difference);
  return difference.kind === "name" ? operationWitnesses(difference, previous) : [];
}

function isSchemaDifference(difference: Difference): difference is SchemaDifference {
  return "isolated" in difference;
}

function readerOf(difference: Difference, finder: WitnessFinder): Reader | undefined {
  if (isSchemaDifference(difference)) {
    const [first, second] = finder.readersOf(difference);
    return second === undefined ? first : "both";
  }
  if (difference.kind !== "name" || difference.of === "declaration") return undefined;
  return difference.of === "method" ? "server" : "client";
}

/** A request for a method that is gone, or an event that is waited for in vain. */
function operationWitnesses({ of, change, name }: NameDifference, { protocol, definitions }: Side): readonly Witness[] {
  if (change !== "removed") return [];
  const sample = (id: string | undefined): JsonValue | undefined => {
    const schema = id === undefined ? undefined : definitions.get(id);
    return schema === undefined ? undefined : createSampler({ definitions, seed: 3 }).sample(schema, "minimal");
  };
  const method = of === "method" ? protocol.methods.find((item) => item.name === name) : undefined;
  const event = of === "event" ? protocol.events.find((item) => item.name === name) : undefined;
  if (method !== undefined) {
    const params = sample(method.params);
    const instance = { method: name, ...(params === undefined ? {} : { params }) };
    return [
      {
        reader: "server",
        readerVersion: "current",
        subject: `${name} request`,
        definition: undefined,
        instance,
        reason: "no method has this name",
      },
    ];
  }
  const payload = sample(event?.payload);
  const instance = { event: name, ...(payload === undefined ? {} : { payload }) };
  return event === undefined
    ? []
    : [
        {
          reader: "client",
          readerVersion: "current",
          subject: `${name} event`,
          definition: undefined,
          instance,
          reason: "no event has this name",
        },
      ];
}
