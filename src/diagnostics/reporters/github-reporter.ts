import type { Diagnostic } from "../diagnostic.js";
import type { Reporter } from "./reporter.js";
import { visibleText } from "./visible-text.js";

/** For GitHub Actions: one workflow command for each diagnostic, which the run shows beside the line that it names. */
export const githubReporter: Reporter = ({ diagnostics }) => diagnostics.map((found) => `${command(found)}\n`).join("");

function command({ code, severity, message, path, location, detail, help }: Diagnostic): string {
  const place =
    location === undefined
      ? []
      : [`file=${property(location.file)}`, `line=${location.line}`, `col=${location.column}`];
  const properties = [...place, `title=${property(code)}`].join(",");
  const parts = [path === undefined ? message : `${message} (at ${path})`, detail, help];
  const text = parts.filter((part) => part !== undefined).join("\n");
  return `::${severity} ${properties}::${data(text)}`;
}

function data(text: string): string {
  return visibleText(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
