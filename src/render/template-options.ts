import { createHash } from "node:crypto";

/** What a template may use: the four block helpers of the language, and partials. Decisions belong to the view model. */
const KNOWN_HELPERS = { each: true, if: true, unless: true, with: true, log: false, lookup: false };

/** How templates are compiled: nothing is escaped, and nothing is looked up leniently. */
export const TEMPLATE_OPTIONS = { strict: true, knownHelpersOnly: true, knownHelpers: KNOWN_HELPERS, noEscape: true };

/** The text of a template as it is compiled, whatever the line endings of a checkout. */
export function templateText(content: string): string {
  return content.replaceAll("\r\n", "\n");
}

/** Stands for a template and the way it is compiled: one that was edited has another key. */
export function templateKey(text: string): string {
  return createHash("sha256").update(JSON.stringify(TEMPLATE_OPTIONS)).update(text).digest("hex");
}
