import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { jsonList, jsonOpening } from "../../../diagnostics/reporters/json-reporter.js";
import { junitCase, junitEnd, junitOpening, junitPassed } from "../../../diagnostics/reporters/junit-reporter.js";
import { githubReporter } from "../../../diagnostics/reporters/github-reporter.js";
import type { ReportContext } from "../../../diagnostics/reporters/reporter.js";
import { textReporter } from "../../../diagnostics/reporters/text-reporter.js";
import { type Invocation, textOption } from "../../cli-command.js";
import type { Io } from "../../io.js";
import { useColour } from "../../finish.js";
import { createSpool, type Spool } from "./spool.js";

/** Prints a report while it is made: it may be longer than memory. The bytes are those of the report in one piece. */
export interface ReportStream {
  diagnostic(found: Diagnostic, readLine: ReportContext["readLine"]): void;
  value(name: string, isValid: boolean): void;
  /** Prints what could not be printed before. `text` is the result for people. */
  end(text: string): Promise<void>;
  /** To be called however the command ends. */
  close(): void;
}

const COMMAND = "validate";

/** Makes the stream that `--format` asks for. */
export function createReportStream({ io, options }: Invocation): ReportStream {
  switch (textOption(options, "format")) {
    case "json":
      return jsonStream(io);
    case "junit":
      return junitStream(io);
    case "github":
      return {
        diagnostic: (found, readLine) => io.stdout.write(githubReporter(reportOf(found), { colour: false, readLine })),
        value: () => {},
        end: async () => {},
        close: () => {},
      };
    default: {
      const colour = options["color"] !== false && useColour(io.stderr, io.env);
      return {
        diagnostic: (found, readLine) => io.stderr.write(textReporter(reportOf(found), { colour, readLine })),
        value: () => {},
        end: async (text) => io.stdout.write(text),
        close: () => {},
      };
    }
  }
}

function reportOf(found: Diagnostic) {
  return { command: COMMAND, diagnostics: [found], passed: [], results: {} };
}

/** Counts come first in the document, and the values after every diagnostic. */
function jsonStream({ stdout }: Io): ReportStream {
  const diagnostics = jsonList("diagnostics");
  const values = jsonList("values");
  const spools = { diagnostics: createSpool(), values: createSpool() };
  const counts = { errors: 0, warnings: 0 };
  return {
    diagnostic(found) {
      counts[found.severity === "error" ? "errors" : "warnings"] += 1;
      spools.diagnostics.add(diagnostics.item(found));
    },
    value: (name, valid) => spools.values.add(values.item({ name, valid })),
    async end() {
      stdout.write(`${jsonOpening(COMMAND, counts)},\n`);
      await print(stdout, spools.diagnostics);
      stdout.write(`${diagnostics.end()},\n`);
      await print(stdout, spools.values);
      stdout.write(`${values.end()}\n}\n`);
    },
    close: () => [spools.diagnostics, spools.values].forEach((spool) => spool.close()),
  };
}

function junitStream({ stdout }: Io): ReportStream {
  const spools = { passed: createSpool(), found: createSpool() };
  let tests = 0;
  let failures = 0;
  return {
    diagnostic(found) {
      tests += 1;
      if (found.severity === "error") failures += 1;
      spools.found.add(junitCase(COMMAND, found));
    },
    value(name, isValid) {
      if (!isValid) return;
      tests += 1;
      spools.passed.add(junitPassed(COMMAND, name));
    },
    async end() {
      stdout.write(junitOpening(COMMAND, { tests, failures }));
      await print(stdout, spools.passed);
      await print(stdout, spools.found);
      stdout.write(junitEnd);
    },
    close: () => [spools.passed, spools.found].forEach((spool) => spool.close()),
  };
}

async function print(stream: Io["stdout"], spool: Spool): Promise<void> {
  for (const text of spool.texts()) {
    if (stream.fault !== undefined) return;
    stream.write(text);
    await stream.flushed();
  }
}
