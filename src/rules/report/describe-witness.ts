import type { Witness } from "../rule.js";

const LONGEST = 400;

/**
 * An example in two lines. For example
 * `A server of the previous version refuses these chat.send params: /client must NOT have additional properties (timeZone)`
 * and the JSON below it.
 */
export function describeWitness(witness: Witness): string {
  return `${explainWitness(witness)}:\n${witnessText(witness)}`;
}

/** Who refuses what, and why, in one sentence without its full stop. */
export function explainWitness({ reader, readerVersion, subject, reason }: Witness): string {
  return `A ${reader} of the ${readerVersion} version refuses ${subject}, because ${reason}`;
}

/** The example as JSON in one line, cut where it is very long. */
export function witnessText({ instance }: Witness): string {
  const points = [...JSON.stringify(instance)];
  return points.length <= LONGEST
    ? points.join("")
    : `${points.slice(0, LONGEST).join("")}… (${points.length} characters)`;
}
