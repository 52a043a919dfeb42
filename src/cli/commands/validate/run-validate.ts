import { createDiagnosticList, type DiagnosticCollector } from "../../../diagnostics/collector.js";
import { type Invocation, textOption } from "../../cli-command.js";
import { count } from "../../count.js";
import type { ExitCode } from "../../exit-code.js";
import { couldNotRun, finish } from "../../finish.js";
import { lowerProtocols } from "../../lower-protocols.js";
import { MODULE_FILE, openSource, SCHEMA_FILE, sourceArguments } from "../../open-source.js";
import { projectRoot } from "../../project-root.js";
import { chooseDefinition } from "./choose-definition.js";
import { validateDiagnostics } from "./diagnostics.js";
import { loadValidators } from "./load-validators.js";
import { readInputs } from "./read-input.js";
import { type ValidatedDocument, validateInput } from "./validate-input.js";

/** Validates what the command line names. Exit code 1 where a value is invalid, 2 where nothing could be validated. */
export async function runValidate(invocation: Invocation): Promise<ExitCode> {
  const { io } = invocation;
  const diagnostics = createDiagnosticList();
  const documents = await validateAll(invocation, diagnostics);
  if (documents === undefined || diagnostics.hasErrors) {
    return finish(invocation, couldNotRun("validate", projectRoot(invocation), diagnostics.diagnostics));
  }
  const invalid = documents.filter(({ findings }) => findings.length > 0);
  return finish(invocation, {
    command: "validate",
    root: io.cwd,
    diagnostics: [...diagnostics.diagnostics, ...documents.flatMap(({ findings }) => findings)],
    passed: documents.filter(({ findings }) => findings.length === 0).map(({ name }) => name),
    results: { values: documents.map(({ name, findings }) => ({ name, valid: findings.length === 0 })) },
    text: summary(documents.length, invalid.length),
    exitCode: invalid.length === 0 ? 0 : 1,
  });
}

function summary(all: number, invalid: number): string {
  const valid = `${count(all - invalid, "valid value")}`;
  return invalid === 0 ? `${valid}\n` : `${count(invalid, "invalid value")}, ${valid}\n`;
}

/** Undefined, with diagnostics, where nothing could be validated. */
async function validateAll(
  invocation: Invocation,
  diagnostics: DiagnosticCollector,
): Promise<readonly ValidatedDocument[] | undefined> {
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
  const inputs = await readInputs(isFrame ? words : rest, io, diagnostics);
  return inputs.flatMap((input) => validateInput(input, request));
}
