import { lstatSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { reporters } from "../diagnostics/reporters/index.js";
import type { Report, ReportContext, Reporter } from "../diagnostics/reporters/reporter.js";
import { repositoryRoot } from "../support/repository-root.js";
import { type Invocation, textOption } from "./cli-command.js";
import type { ExitCode } from "./exit-code.js";
import type { Io, OutputStream } from "./io.js";
import { seenFrom } from "./seen-from.js";

/** How a command ended. */
export interface Outcome extends Report {
  /** The folder that the diagnostics' files are relative to, absolute. */
  readonly root: string;
  /** The results for people, ending in a line feed, or empty. */
  readonly text: string;
  readonly exitCode: ExitCode;
}

/**
 * Prints how a command ended, as `--format` asks: for people the diagnostics go to stderr and the results to stdout, for
 * programs one document with both goes to stdout.
 */
export function finish({ io, options }: Invocation, outcome: Outcome): ExitCode {
  const format = textOption(options, "format");
  const print = (stream: OutputStream, reporter: Reporter, report: Report, root: string): void => {
    const colour = options["color"] !== false && useColour(stream, io.env);
    stream.write(reporter(report, { colour, readLine: lineReader(root) }));
  };
  const seen = (from: string): Report => ({
    ...outcome,
    diagnostics: seenFrom(from, outcome.root, outcome.diagnostics),
  });
  switch (format) {
    case "json":
    case "junit":
      print(io.stdout, reporters[format], outcome, outcome.root);
      break;
    case "github": {
      const repository = repositoryRoot(io.cwd) ?? io.cwd;
      print(io.stdout, reporters.github, seen(repository), repository);
      break;
    }
    default:
      print(io.stderr, reporters.text, seen(io.cwd), io.cwd);
      io.stdout.write(outcome.text);
  }
  return outcome.exitCode;
}

/** Whether to colour what goes to a stream: `NO_COLOR` and `FORCE_COLOR` as on no-color.org, else only on a terminal. */
export function useColour(stream: OutputStream, env: Io["env"]): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forced !== "0";
  return stream.isTerminal && env["TERM"] !== "dumb";
}

/** What a command that could not run reports: nothing but the reasons. */
export function couldNotRun(command: string, root: string, diagnostics: readonly Diagnostic[]): Outcome {
  return { command, root, diagnostics, passed: [], results: {}, text: "", exitCode: 2 };
}

/** Prints findings that belong to no command's report. */
export function reportText(io: Io, diagnostics: readonly Diagnostic[]): void {
  const report = { command: "", diagnostics, passed: [], results: {} };
  io.stderr.write(reporters.text(report, { colour: useColour(io.stderr, io.env), readLine: () => undefined }));
}

/** Reads lines of the files below a folder, each file once. */
export function lineReader(root: string): ReportContext["readLine"] {
  const files = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = files.get(file) ?? readLines(resolve(root, file));
    files.set(file, lines);
    return lines[line - 1];
  };
}

/** A pipe would never end, and where a link leads is not for everybody who reads a log. */
function readLines(file: string): readonly string[] {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, "utf8").split(/\r?\n/u) : [];
  } catch {
    return [];
  }
}
