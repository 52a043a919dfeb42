import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Added, addOperation } from "../../../workflows/add/add-operation.js";
import { readAddition } from "../../../workflows/add/read-addition.js";
import type { Config, ProtocolConfig } from "../../../config/config.js";
import { loadProjectConfig } from "../../load-project-config.js";
import { createDiagnosticList, type DiagnosticList } from "../../../diagnostics/collector.js";
import { generate } from "../../../workflows/generate/generate.js";
import { nearest } from "../../../support/nearest.js";
import { type Invocation, textOption } from "../../cli-command.js";
import { cliDiagnostics } from "../../diagnostics.js";
import { exitCodeOf } from "../../exit-code-of.js";
import type { ExitCode } from "../../exit-code.js";
import { couldNotRun, finish } from "../../finish.js";
import { projectRoot } from "../../project-root.js";
import { createProgress } from "../../progress.js";
import { generateSummary } from "../generate/generate-summary.js";

/** Adds what the command line asks for to the registry's files, and generates. */
export async function runAdd(invocation: Invocation): Promise<ExitCode> {
  const { io, options } = invocation;
  const diagnostics = createDiagnosticList();
  const failed = (): ExitCode =>
    finish(invocation, couldNotRun("add", projectRoot(invocation), diagnostics.diagnostics));
  const config = await loadProjectConfig(invocation, diagnostics);
  const protocol =
    config === undefined ? undefined : chooseProtocol(config, textOption(options, "protocol"), diagnostics);
  if (config === undefined || protocol === undefined) return failed();
  const [kind = "", name = ""] = invocation.arguments;
  const addition = readAddition({ kind, name, options }, diagnostics);
  if (addition === undefined) return failed();
  const added = await addOperation(addition, { root: config.root, protocol, diagnostics });
  if (added === undefined) return failed();
  for (const [path, text] of added.files) writeFileSync(join(config.root, path), text);
  const progress = createProgress(io, options);
  const { files, fallbacks } = await generate({ config, targets: [], diagnostics, onProgress: progress.show });
  progress.end();
  return finish(invocation, {
    command: "add",
    root: config.root,
    diagnostics: diagnostics.diagnostics,
    passed: [...added.files.keys(), ...files.written, ...files.unchanged],
    results: { changed: [...added.files.keys()], row: added.row, files: { ...files } },
    text: `${summary(added)}${diagnostics.hasErrors ? "" : generateSummary({ files, fallbacks, milliseconds: undefined })}`,
    exitCode: exitCodeOf(diagnostics.diagnostics),
  });
}

function chooseProtocol(
  { protocols }: Config,
  wanted: string | undefined,
  diagnostics: DiagnosticList,
): ProtocolConfig | undefined {
  const known = protocols.map(({ name }) => name);
  const [only] = protocols;
  if (wanted === undefined && protocols.length === 1) return only;
  const chosen = protocols.find(({ name }) => name === wanted);
  if (chosen !== undefined) return chosen;
  const suggestion = wanted === undefined ? undefined : nearest(wanted, known);
  if (wanted === undefined) diagnostics.report(cliDiagnostics.create("several-protocols", { known }));
  else diagnostics.report(cliDiagnostics.create("unknown-protocol", { name: wanted, suggestion, known }));
  return undefined;
}

/** A line for each changed file, and the row as it was written: what it says may be its neighbour's. */
function summary({ files, row }: Added): string {
  return `${[...files.keys()].map((path) => `added to ${path}`).join("\n")}\n  ${row}\n`;
}
