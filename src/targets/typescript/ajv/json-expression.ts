import { isJsonArray, type JsonValue } from "../../../support/json.js";
import { memberKey, numberLiteral, stringLiteral } from "../literals.js";

/** A JSON value as a TypeScript expression on one line. For example `{ type: "string", minLength: 1 }`. */
export function jsonExpression(value: JsonValue): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number") return numberLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isJsonArray(value)) return `[${value.map(jsonExpression).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${memberKey(key)}: ${jsonExpression(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
