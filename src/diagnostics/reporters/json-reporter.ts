import type { JsonObject } from "../../support/json.js";
import type { Diagnostic } from "../diagnostic.js";
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

/** How many of each severity a report has. */
interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** The start of the document for whoever prints it in pieces: all before `diagnostics`. */
export function jsonOpening(command: string, { errors, warnings }: Counts): string {
  return JSON.stringify({ version: REPORT_VERSION, command, errors, warnings }, null, 2).slice(0, -"\n}".length);
}

/** A list of the document in pieces: each item, and then the end. For example `jsonList("values").item({ valid: true })`. */
export interface JsonList {
  item(value: Diagnostic | JsonObject): string;
  end(): string;
}

/** Makes the pieces of one list, which follow each other. */
export function jsonList(name: string): JsonList {
  let isEmpty = true;
  return {
    item(value) {
      const before = isEmpty ? `  ${JSON.stringify(name)}: [` : ",";
      isEmpty = false;
      return `${before}\n    ${JSON.stringify(value, null, 2).replaceAll("\n", "\n    ")}`;
    },
    end: () => (isEmpty ? `  ${JSON.stringify(name)}: []` : "\n  ]"),
  };
}
