import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { formFault, formOf } from "../../json-schema/forms.js";
import { readPattern } from "../../json-schema/pattern.js";
import type { JsonValue } from "../../support/json.js";
import { irDiagnostics } from "../diagnostics.js";
import { toJson } from "./to-json.js";

/** Reads a keyword that holds no schema: as JSON, and in the form that the draft-07 meta-schema asks for. */
export function keywordValue(
  keyword: string,
  value: unknown,
  at: { readonly path: string; readonly diagnostics: DiagnosticCollector },
): JsonValue {
  const { path, diagnostics } = at;
  const form = formOf(keyword);
  if (form === "pattern" && value instanceof Object) {
    const what = value instanceof RegExp ? "a regular expression" : "an object";
    diagnostics.report(irDiagnostics.create("not-json", { keyword, found: what }, { path }));
    return "";
  }
  const json = toJson(value, keyword, at);
  // A single type that JSON does not have is a kind of its own, and reported as that.
  if (form === undefined || json === null || (form === "type" && typeof json === "string")) return json;
  const expected = formFault(form, json);
  if (expected !== undefined) {
    const parameters = { keyword, expected, found: JSON.stringify(json) };
    diagnostics.report(irDiagnostics.create("invalid-keyword", parameters, { path }));
    return json;
  }
  const reading = form === "pattern" ? readPattern(String(json)) : undefined;
  if (reading !== undefined && "reason" in reading) {
    const parameters = { pattern: String(json), reason: reading.reason };
    diagnostics.report(irDiagnostics.create("invalid-pattern", parameters, { path }));
  }
  return json;
}
