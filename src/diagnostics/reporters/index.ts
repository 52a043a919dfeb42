import { githubReporter } from "./github-reporter.js";
import { jsonReporter } from "./json-reporter.js";
import { junitReporter } from "./junit-reporter.js";
import type { Reporter } from "./reporter.js";
import { textReporter } from "./text-reporter.js";

/** What `--format` accepts. */
export type ReportFormat = "text" | "json" | "github" | "junit";

/** Every format, in the order of `--help`. */
export const reporters: Readonly<Record<ReportFormat, Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  github: githubReporter,
  junit: junitReporter,
};
