import { stableJson } from "../../../src/support/stable-json.js";

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * JSON text in a form in which two texts are equal if they say the same: no order of keys, numbers by value without
 * rounding. For example `{"b": 1.50, "a": 1E2}` and `{"a":100,"b":1.5}` give the same.
 */
export function exactJson(text: string): string {
  const quoted = text.replace(TOKEN, (token) => (token.startsWith('"') ? token : `"\\u0000${exactNumber(token)}"`));
  return stableJson(JSON.parse(quoted));
}

/**
 * For example `-1.50e3` → `-15e2`. JavaScript writes `Int.max` and `Int.min` with other last digits, and the models read
 * that as what it was: these two are compared as JavaScript has them.
 */
function exactNumber(token: string): string {
  if (Math.abs(Number(token)) === 2 ** 63) return String(Number(token));
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = NUMBER.exec(token) ?? [];
  const all = (whole + fraction).replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  if (digits === "") return "0";
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(all.length - digits.length);
  return `${sign}${digits}e${power}`;
}
