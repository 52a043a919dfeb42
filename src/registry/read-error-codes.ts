import { describeValue } from "../support/describe-value.js";
import { isRecord } from "../support/json.js";
import { registryDiagnostics } from "./diagnostics.js";
import type { ReadExport } from "./read-export.js";

/** Reads the error codes: a constant object's values, or an array of strings. Undefined where it is neither. */
export function readErrorCodes({ source, name, value, diagnostics }: ReadExport): readonly string[] | undefined {
  if (!isRecord(value) && !Array.isArray(value)) {
    const expected = "an array of strings or an object of strings";
    const received = describeValue(value);
    diagnostics.report(registryDiagnostics.create("invalid-export", { source, name, expected, received }));
    return undefined;
  }
  const codes = new Set<string>();
  let sound = true;
  for (const [key, code] of Object.entries(value)) {
    const place = Array.isArray(value) ? `[${key}]` : `.${key}`;
    if (typeof code !== "string" || code === "") {
      const entry = { place, expected: "a string that is not empty", received: describeValue(code) };
      diagnostics.report(registryDiagnostics.create("invalid-entry", { source, name, ...entry }));
      sound = false;
    } else if (codes.has(code)) {
      diagnostics.report(registryDiagnostics.create("duplicate-name", { source, name, entry: code }));
      sound = false;
    } else codes.add(code);
  }
  return sound ? [...codes] : undefined;
}
