import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { isRecord, type JsonObject, type JsonValue } from "../../support/json.js";
import { irDiagnostics } from "../diagnostics.js";

/** What a value that is no JSON is called in a message. */
function nameOfNonJson(value: unknown): string | undefined {
  switch (typeof value) {
    case "bigint":
      return `the bigint ${value}n`;
    case "symbol":
      return "a symbol";
    case "function":
      return "a function";
    case "undefined":
      return "undefined";
    case "number":
      return Number.isFinite(value) ? undefined : String(value);
    default:
      if (value instanceof RegExp) return "a regular expression";
      if (value instanceof Date) return "a Date";
      if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value))
        return `a ${value.constructor.name}`;
      return undefined;
  }
}

/**
 * Copies a keyword's value as JSON. What JSON cannot hold is reported at `path` and read as null; keys that hold
 * `undefined` are left out, as `JSON.stringify` does.
 */
export function toJson(
  value: unknown,
  keyword: string,
  at: { path: string; diagnostics: DiagnosticCollector },
): JsonValue {
  const found = nameOfNonJson(value);
  if (found !== undefined) {
    at.diagnostics.report(irDiagnostics.create("not-json", { keyword, found }, { path: at.path }));
    return null;
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((item: unknown) => toJson(item, keyword, at));
  if (!isRecord(value)) return null;
  const entries: [string, JsonValue][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) entries.push([key, toJson(item, keyword, at)]);
  }
  const copy: JsonObject = Object.fromEntries(entries);
  return copy;
}
