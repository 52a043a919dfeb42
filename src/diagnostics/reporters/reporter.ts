import type { JsonObject } from "../../support/json.js";
import type { Diagnostic } from "../diagnostic.js";

/** What a command has to say at its end. */
export interface Report {
  /** For example `check`. */
  readonly command: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What was looked at and is fine, such as unchanged files: test reports count it. */
  readonly passed: readonly string[];
  /** The command's own results, for programs. They stand beside `diagnostics` in the JSON report. */
  readonly results: JsonObject;
}

/** What a reporter may need besides the report. */
export interface ReportContext {
  readonly colour: boolean;
  /** A line of a project file, from 1, or undefined where there is none. For code frames. */
  readonly readLine: (file: string, line: number) => string | undefined;
}

/** Makes a report's text. It decides nothing: the exit code does not depend on the reporter. */
export type Reporter = (report: Report, context: ReportContext) => string;
