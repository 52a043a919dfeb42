import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { JsonValue } from "../../support/json.js";
import { irDiagnostics } from "../diagnostics.js";
import { JSON_TYPES, KEYWORD_FORMS } from "./keywords.js";
import { toJson } from "./to-json.js";

const EXPECTED = {
  boolean: "true or false",
  count: "a whole number, 0 or more",
  names: "an array of property names",
  number: "a number",
  pattern: "a regular expression as a string",
  string: "a string",
  type: "one of JSON Schema's types, or an array of them",
  values: "an array of values",
} as const;

function hasForm(value: JsonValue, form: keyof typeof EXPECTED): boolean {
  switch (form) {
    case "boolean":
      return typeof value === "boolean";
    case "count":
      return typeof value === "number" && Number.isInteger(value) && value >= 0;
    case "names":
      return Array.isArray(value) && value.every((name) => typeof name === "string");
    case "number":
      return typeof value === "number";
    case "type":
      // A single type that JSON does not have is a kind of its own, and reported as that.
      if (typeof value === "string") return true;
      return Array.isArray(value) && value.every((type) => typeof type === "string" && JSON_TYPES.has(type));
    case "values":
      return Array.isArray(value);
    default:
      return typeof value === "string";
  }
}

function compileFault(pattern: string, flags: string): string | undefined {
  try {
    RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    // Engines put the expression itself before the reason, each in its own way.
    return error instanceof Error ? error.message.replace(/^.*\/[a-z]*: /su, "") : String(error);
  }
}

/** Why a pattern does not compile, or undefined where it does. Tried with Unicode rules first, then without. */
function patternFault(pattern: string): string | undefined {
  return compileFault(pattern, "u") === undefined ? undefined : compileFault(pattern, "");
}

/** Reads a keyword that holds no schema: as JSON, and in the form that the draft-07 meta-schema asks for. */
export function keywordValue(
  keyword: string,
  value: unknown,
  at: { readonly path: string; readonly diagnostics: DiagnosticCollector },
): JsonValue {
  const { path, diagnostics } = at;
  const form = KEYWORD_FORMS[keyword];
  if (form === "pattern" && value instanceof Object) {
    const what = value instanceof RegExp ? "a regular expression" : "an object";
    diagnostics.report(irDiagnostics.create("not-json", { keyword, found: what }, { path }));
    return "";
  }
  const json = toJson(value, keyword, at);
  if (form === undefined || json === null) return json;
  if (!hasForm(json, form)) {
    const parameters = { keyword, expected: EXPECTED[form], found: JSON.stringify(json) };
    diagnostics.report(irDiagnostics.create("invalid-keyword", parameters, { path }));
    return json;
  }
  const reason = form === "pattern" ? patternFault(String(json)) : undefined;
  if (reason !== undefined) {
    diagnostics.report(irDiagnostics.create("invalid-pattern", { pattern: String(json), reason }, { path }));
  }
  return json;
}
