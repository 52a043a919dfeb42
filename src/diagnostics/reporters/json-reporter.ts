import type { Reporter } from "./reporter.js";

/** The version of the report's shape: it grows when a field changes its meaning or goes, not when one is added. */
const REPORT_VERSION = 1;

/**
 * For programs, one JSON document:
 * `{ "version": 1, "command": "check", "errors": 1, "warnings": 0, "diagnostics": [{ "code", "severity", "message", "help"?,
 * "detail"?, "path"?, "location"?: { "file", "line", "column" } }], … }` and then what the command adds.
 */
export const jsonReporter: Reporter = ({ command, diagnostics, results }) => {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const counts = { errors, warnings: diagnostics.length - errors };
  return `${JSON.stringify({ version: REPORT_VERSION, command, ...counts, diagnostics, ...results }, null, 2)}\n`;
};
