import { createColors } from "picocolors";
import type { Diagnostic, SourceLocation } from "../diagnostic.js";
import { codeFrame } from "./code-frame.js";
import type { ReportContext, Reporter } from "./reporter.js";
import { visibleLine, visibleText } from "./visible-text.js";

type Colors = ReturnType<typeof createColors>;

/**
 * For people: `path:line:column - error code: message`, the source line, details and help, an empty line after each.
 * Only the diagnostics; a command prints its results itself.
 */
export const textReporter: Reporter = ({ diagnostics }, context) => {
  const colors = createColors(context.colour);
  return diagnostics.map((diagnostic) => `${block(diagnostic, colors, context)}\n\n`).join("");
};

function block(diagnostic: Diagnostic, colors: Colors, context: ReportContext): string {
  const { code, severity, message, path, location, detail, help } = diagnostic;
  const label = severity === "error" ? colors.red("error") : colors.yellow("warning");
  const place = location === undefined ? "" : `${colors.cyan(placeOf(location))} - `;
  const source = location === undefined || detail !== undefined ? undefined : context.readSource(location.file);
  const frame = location === undefined || source === undefined ? undefined : codeFrame(source, location);
  return [
    `${place}${label} ${colors.dim(`${code}:`)} ${visibleLine(message)}`,
    ...(path === undefined ? [] : [`  at ${visibleLine(path)}`]),
    ...(frame === undefined ? [] : [indent(frame)]),
    ...(detail === undefined ? [] : [indent(colorDiff(visibleText(detail), colors))]),
    ...(help === undefined ? [] : [`  ${colors.bold("help:")} ${visibleLine(help)}`]),
  ].join("\n");
}

function placeOf({ file, line, column }: SourceLocation): string {
  return `${visibleLine(file)}:${line}:${column}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}

/** Colours removed and added lines; other text has no such lines. */
function colorDiff(text: string, colors: Colors): string {
  return text
    .split("\n")
    .map((line) => (line.startsWith("-") ? colors.red(line) : line.startsWith("+") ? colors.green(line) : line))
    .join("\n");
}
