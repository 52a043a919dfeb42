import type { JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";

const LONGEST = 90;

/** A value in one short line; undefined for none. For example `{"required":["a"]}`. */
export function showValue(value: JsonValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = [...stableJson(value)];
  return text.length <= LONGEST ? text.join("") : `${text.slice(0, LONGEST - 1).join("")}…`;
}
