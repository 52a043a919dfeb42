import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { policyDiagnostics } from "../../rules/policy/diagnostics.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day as it was typed, if the calendar has it. Undefined, with a finding, where not. For example `2027-01-31`. */
export function readDay(option: string, text: string, diagnostics: DiagnosticCollector): string | undefined {
  if (DAY.test(text) && isInCalendar(text)) return text;
  diagnostics.report(policyDiagnostics.create("invalid-date", { option, date: text }));
  return undefined;
}

/** The present day in UTC, so that it is the same one for everybody. */
export function presentDay(): string {
  return dayOf(new Date());
}

/** JavaScript reads a 30th of February as the 2nd of March, and knows no 13th month. */
function isInCalendar(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dayOf(date) === text;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
