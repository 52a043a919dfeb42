import type { Diagnostic } from "../diagnostic.js";
import type { Reporter } from "./reporter.js";
import { visibleText } from "./visible-text.js";

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\n", "&#10;"],
  ["\t", "&#9;"],
]);

/** For test reports: a JUnit document with a test case for each thing that is fine and a failing one for each error. */
export const junitReporter: Reporter = ({ command, passed, diagnostics }) => {
  const failures = diagnostics.filter(({ severity }) => severity === "error").length;
  return [
    junitOpening(command, { tests: passed.length + diagnostics.length, failures }),
    ...passed.map((name) => junitPassed(command, name)),
    ...diagnostics.map((diagnostic) => junitCase(command, diagnostic)),
    junitEnd,
  ].join("");
};

/** How many test cases a document has, and how many of them fail. */
interface Counts {
  readonly tests: number;
  readonly failures: number;
}

/** The document before its test cases. */
export function junitOpening(command: string, { tests, failures }: Counts): string {
  const counts = `tests="${tests}" failures="${failures}" errors="0" skipped="0"`;
  const suite = `  <testsuite name="typewire ${attribute(command)}" ${counts}>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n${suite}`;
}

/** The document after its test cases. */
export const junitEnd = "  </testsuite>\n</testsuites>\n";

/** The test case of something that is fine. */
export function junitPassed(command: string, name: string): string {
  return testCase(command, name, "");
}

/** The test case of a finding: one that fails, or for a warning one that says something. */
export function junitCase(command: string, diagnostic: Diagnostic): string {
  const { code, severity, message, location, path } = diagnostic;
  const subject = [code, location?.file ?? path].filter((part) => part !== undefined).join(" ");
  if (severity === "warning") {
    return testCase(command, subject, `      <system-out>${content(describe(diagnostic))}</system-out>\n`);
  }
  const attributes = `type="${attribute(code)}" message="${attribute(message)}"`;
  return testCase(command, subject, `      <failure ${attributes}>${content(describe(diagnostic))}</failure>\n`);
}

function testCase(command: string, name: string, body: string): string {
  const open = `    <testcase classname="typewire.${attribute(command)}" name="${attribute(name)}"`;
  return body === "" ? `${open}/>\n` : `${open}>\n${body}    </testcase>\n`;
}

function describe({ message, path, location, detail, help }: Diagnostic): string {
  const place = location === undefined ? undefined : `${location.file}:${location.line}:${location.column}`;
  const parts = [message, place, path === undefined ? undefined : `at ${path}`, detail, help];
  return parts.filter((part) => part !== undefined).join("\n");
}

function attribute(text: string): string {
  return visibleText(text).replace(/[&<>"\n\t]/g, (character) => ENTITIES.get(character) ?? character);
}

function content(text: string): string {
  return visibleText(text).replace(/[&<>]/g, (character) => ENTITIES.get(character) ?? character);
}
