import { createDiagnosticList, type DiagnosticList } from "../../../diagnostics/collector.js";
import { type Invocation, textOption } from "../../cli-command.js";
import { count } from "../../count.js";
import type { ExitCode } from "../../exit-code.js";
import { couldNotRun, finish, lineReader } from "../../finish.js";
import { lowerProtocols } from "../../lower-protocols.js";
import { MODULE_FILE, openSource, SCHEMA_FILE, sourceArguments } from "../../open-source.js";
import { projectRoot } from "../../project-root.js";
import { chooseDefinition } from "./choose-definition.js";
import { validateDiagnostics } from "./diagnostics.js";
import { loadValidators } from "./load-validators.js";
import { type Input, openInputs } from "./open-inputs.js";
import { createReportStream, type ReportStream } from "./report-stream.js";
import { NoRoomError } from "./spool.js";
import type { ValidationRequest } from "./validate-input.js";
import { type Counts, validateStream } from "./validate-stream.js";

/** Validates what the command line names. Exit code 1 where a value is invalid, 2 where not all could be validated. */
export async function runValidate(invocation: Invocation): Promise<ExitCode> {
  const diagnostics = createDiagnosticList();
  const prepared = await prepare(invocation, diagnostics);
  if (prepared === undefined || diagnostics.hasErrors) return giveUp(invocation, diagnostics);
  const report = createReportStream(invocation);
  try {
    const readLine = lineReader(invocation.io.cwd);
    diagnostics.diagnostics.forEach((found) => report.diagnostic(found, readLine));
    return await validateAll(invocation, prepared, report);
  } catch (error) {
    if (!(error instanceof NoRoomError)) throw error;
    diagnostics.report(validateDiagnostics.create("no-room", { reason: error.message }));
    return giveUp(invocation, diagnostics);
  } finally {
    report.close();
  }
}

function giveUp(invocation: Invocation, { diagnostics }: DiagnosticList): ExitCode {
  return finish(invocation, couldNotRun("validate", projectRoot(invocation), diagnostics));
}

interface Prepared {
  readonly inputs: readonly Input[];
  readonly request: ValidationRequest;
}

/** Undefined, with diagnostics, where nothing can be validated. */
async function prepare(invocation: Invocation, diagnostics: DiagnosticList): Promise<Prepared | undefined> {
  const { io, options } = invocation;
  const isFrame = options["frame"] === true;
  // The first file may be one of frames, which are JSON too.
  const isSchema = isFrame ? MODULE_FILE : SCHEMA_FILE;
  const { words } = sourceArguments(invocation.arguments, isSchema);
  const method = textOption(options, "method");
  const [name, ...rest] = words;
  if (!isFrame && name === undefined) diagnostics.report(validateDiagnostics.create("no-name", {}));
  if (!isFrame && method !== undefined) diagnostics.report(validateDiagnostics.create("method-without-frame", {}));
  if (!isFrame && (name === undefined || method !== undefined)) return undefined;
  const opened = await openSource(invocation, diagnostics, { isSchema });
  if (opened === undefined) return undefined;
  const protocols = await lowerProtocols(opened.config, textOption(options, "protocol"), diagnostics);
  const chosen = chooseDefinition(protocols, isFrame ? undefined : name, diagnostics);
  if (chosen === undefined) return undefined;
  const validators = await loadValidators(chosen.protocol, diagnostics);
  const frames = isFrame ? { method } : undefined;
  const request = { ...chosen, validators, frames, allErrors: options["allErrors"] === true };
  return { request, inputs: openInputs(isFrame ? words : rest, io, diagnostics) };
}

async function validateAll({ io }: Invocation, { inputs, request }: Prepared, report: ReportStream): Promise<ExitCode> {
  const counts: Counts = { valid: 0, invalid: 0 };
  let isComplete = true;
  for (const input of inputs) isComplete = (await validateStream(input, { io, request, report, counts })) && isComplete;
  // Nobody reads along any more: whoever runs the command is told by its end.
  if (io.stdout.fault !== undefined || io.stderr.fault !== undefined) return 2;
  await report.end(summary(counts));
  if (!isComplete) return 2;
  return counts.invalid === 0 ? 0 : 1;
}

function summary({ valid, invalid }: Counts): string {
  const fine = count(valid, "valid value");
  return invalid === 0 ? `${fine}\n` : `${count(invalid, "invalid value")}, ${fine}\n`;
}
