import type { Diagnostic } from "../diagnostic.js";
import type { Report, Reporter } from "./reporter.js";
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
export const junitReporter: Reporter = (report) => {
  const cases = [...report.passed.map((name) => testCase(report, name, "")), ...report.diagnostics.map(caseOf(report))];
  const failures = report.diagnostics.filter(({ severity }) => severity === "error").length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
  const suite = `  <testsuite name="typewire ${attribute(report.command)}" ${counts}>\n${cases.join("")}  </testsuite>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n${suite}</testsuites>\n`;
};

function caseOf(report: Report): (diagnostic: Diagnostic) => string {
  return (diagnostic) => {
    const { code, severity, message, location, path } = diagnostic;
    const subject = [code, location?.file ?? path].filter((part) => part !== undefined).join(" ");
    if (severity === "warning") {
      return testCase(report, subject, `      <system-out>${content(describe(diagnostic))}</system-out>\n`);
    }
    const attributes = `type="${attribute(code)}" message="${attribute(message)}"`;
    return testCase(report, subject, `      <failure ${attributes}>${content(describe(diagnostic))}</failure>\n`);
  };
}

function testCase({ command }: Report, name: string, body: string): string {
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
