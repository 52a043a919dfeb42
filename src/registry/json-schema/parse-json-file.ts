import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { JsonValue } from "../../support/json.js";
import { parseJson } from "../../support/parse-json.js";
import { registryDiagnostics } from "../diagnostics.js";

/** Parses a JSON Schema file's text. Undefined, with a finding at the first wrong character, where it is not JSON. */
export function parseJsonFile(
  text: string,
  { source, diagnostics }: { readonly source: string; readonly diagnostics: DiagnosticCollector },
): JsonValue | undefined {
  const parsed = parseJson(text);
  if (parsed.ok) return parsed.value;
  const { reason, line, column } = parsed;
  const location = { file: source, line, column };
  diagnostics.report(registryDiagnostics.create("invalid-json", { source, reason }, { location }));
  return undefined;
}
