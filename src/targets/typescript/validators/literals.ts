import { compareCodeUnits } from "../../../support/compare-code-units.js";
import { isJsonArray, type JsonValue } from "../../../support/json.js";

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;
const PRINTABLE = /^[ -~]*$/;
const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;

/**
 * A string as a literal of TypeScript that no text can break out of: quotes, backslashes, control characters, line
 * separators, invisible characters and lone surrogates are escaped. For example `a"b` gives `"a\"b"`.
 */
export function stringLiteral(text: string): string {
  const quoted = JSON.stringify(text);
  return PRINTABLE.test(quoted)
    ? quoted
    : quoted.replaceAll(UNSAFE, (character) => character.split("").map(escapeUnit).join(""));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A JSON value as an expression. Keys such as `__proto__` stay properties. */
export function valueLiteral(value: JsonValue): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "0" : String(value);
  if (isJsonArray(value)) return `[${value.map(valueLiteral).join(", ")}]`;
  const entries = Object.entries(value).toSorted(([left], [right]) => compareCodeUnits(left, right));
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([key, item]) => `${keyLiteral(key)}: ${valueLiteral(item)}`).join(", ")} }`;
}

/** The step of a JSON pointer to a key, as a string ready to be put after a `/`. */
export function pointerToken(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The step of a schema path to a key: a pointer token inside a URI fragment. */
export function fragmentToken(key: string): string {
  return encodeURIComponent(pointerToken(key.replaceAll(/\p{Surrogate}/gu, "\ufffd")));
}

function keyLiteral(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return PLAIN_NAME.test(key) ? key : stringLiteral(key);
}
