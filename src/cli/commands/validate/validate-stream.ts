import { systemReason } from "../../../output/system-reason.js";
import type { Io } from "../../io.js";
import { createLineCutter } from "./byte-lines.js";
import { validateDiagnostics } from "./diagnostics.js";
import { createDocumentReader, type JsonDocument } from "./documents.js";
import type { Input } from "./open-inputs.js";
import { decoded } from "./read-json.js";
import type { ReportStream } from "./report-stream.js";
import { validateInput, type ValidationRequest } from "./validate-input.js";

/** How many values were validated so far. */
export interface Counts {
  valid: number;
  invalid: number;
}

/** What one run of the command shares among its inputs. */
export interface ValidationRun {
  readonly io: Io;
  readonly request: ValidationRequest;
  readonly report: ReportStream;
  readonly counts: Counts;
}

/**
 * Validates an input while it is read, and reports what is wrong where it is found: memory holds one value at a time.
 * False where the input could not be read to its end.
 */
export async function validateStream(input: Input, run: ValidationRun): Promise<boolean> {
  const { io, report } = run;
  const cutter = createLineCutter();
  const reader = createDocumentReader();
  const validate = validateDocuments(input, run);
  try {
    for await (const chunk of input.chunks()) {
      for (const line of cutter.push(chunk)) validate(reader.push(line));
      await Promise.all([io.stdout.flushed(), io.stderr.flushed()]);
      if (reader.isDone || io.stdout.fault !== undefined || io.stderr.fault !== undefined) break;
    }
  } catch (error) {
    if (!isReadFault(error)) throw error;
    const found = validateDiagnostics.create("unreadable-file", { file: input.file, reason: systemReason(error) });
    report.diagnostic(found, () => undefined);
    return false;
  }
  validate(reader.push(cutter.end()));
  validate(reader.end());
  return true;
}

/** Only reading asks the system for something here. */
function isReadFault(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function validateDocuments(
  { file }: Input,
  { request, report, counts }: ValidationRun,
): (documents: readonly JsonDocument[]) => void {
  const validate = validateInput(request, file);
  return (documents) => {
    for (const document of documents) {
      const findings = validate(document);
      const isValid = findings.every(({ severity }) => severity !== "error");
      counts[isValid ? "valid" : "invalid"] += 1;
      report.value(document.isOnly ? file : `${file}:${document.linesBefore + 1}`, isValid);
      const readLine = findings.length === 0 ? () => undefined : lineOf(document);
      findings.forEach((finding) => report.diagnostic(finding, readLine));
    }
  };
}

/** The lines of a value, numbered as in its file. */
function lineOf({ bytes, linesBefore }: JsonDocument): (file: string, line: number) => string | undefined {
  const lines = decoded(bytes).split(/\r?\n|\r$/u);
  return (_file, line) => lines[line - 1 - linesBefore];
}
