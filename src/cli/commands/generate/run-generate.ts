import { createDiagnosticList } from "../../../diagnostics/collector.js";
import { generate } from "../../../generate.js";
import type { OwnedFallback } from "../../../pipeline.js";
import { type Invocation, textOption } from "../../cli-command.js";
import { exitCodeOf } from "../../exit-code-of.js";
import type { ExitCode } from "../../exit-code.js";
import { couldNotRun, finish } from "../../finish.js";
import { projectRoot } from "../../project-root.js";
import { openCache } from "../../open-cache.js";
import { openConfig } from "../../open-config.js";
import { createProgress } from "../../progress.js";
import { generateSummary } from "./generate-summary.js";

/** Generates what the command line asks for, and says what was done. */
export async function runGenerate(invocation: Invocation): Promise<ExitCode> {
  const { io, options } = invocation;
  const started = performance.now();
  const diagnostics = createDiagnosticList();
  const opened = await openConfig(invocation, diagnostics);
  if (opened === undefined)
    return finish(invocation, couldNotRun("generate", projectRoot(invocation), diagnostics.diagnostics));
  const progress = createProgress(io, textOption(options, "format"));
  const { config, targets } = opened;
  const cache = await openCache(invocation, config);
  const request = { config, targets, diagnostics, cache, onProgress: progress.show };
  const { files, fallbacks } = await generate(request);
  progress.end();
  const milliseconds = io.stdout.isTerminal ? performance.now() - started : undefined;
  return finish(invocation, {
    command: "generate",
    root: config.root,
    diagnostics: diagnostics.diagnostics,
    passed: [...files.written, ...files.unchanged],
    results: { files: { ...files }, fallbacks: fallbacks.map(toJson) },
    text: diagnostics.hasErrors ? "Nothing was written.\n" : generateSummary({ files, fallbacks, milliseconds }),
    exitCode: exitCodeOf(diagnostics.diagnostics),
  });
}

function toJson({ owner, construct, path }: OwnedFallback): Readonly<Record<string, string>> {
  return { owner, construct, path };
}
