import { isJsonArray, isJsonObject, type JsonValue } from "../../support/json.js";
import type { Witness } from "../rule.js";

const LONGEST = 400;
const LONGEST_TEXT = 300;
const MOST_ITEMS = 60;

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

/** The example as JSON in one line; what is very long in it is described. */
export function witnessText({ instance }: Witness): string {
  const points = [...JSON.stringify(shortened(instance))];
  return points.length <= LONGEST
    ? points.join("")
    : `${points.slice(0, LONGEST).join("")}… (${points.length} characters)`;
}

/** A value with its long texts, lists and objects described by their size. */
export function shortened(value: JsonValue): JsonValue {
  if (typeof value === "string") {
    const points = [...value];
    return points.length <= LONGEST_TEXT ? value : `${points.slice(0, 12).join("")}… (${points.length} characters)`;
  }
  if (isJsonArray(value)) {
    if (value.length <= MOST_ITEMS) return value.map(shortened);
    return [...value.slice(0, 2).map(shortened), `… (${value.length} items)`];
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortened(item)]));
}
