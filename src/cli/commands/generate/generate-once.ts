import { resolve } from "node:path";
import { createDiagnosticList } from "../../../diagnostics/collector.js";
import { generate } from "../../../workflows/generate/generate.js";
import type { OwnedFallback } from "../../../pipeline/produce.js";
import type { Invocation } from "../../cli-command.js";
import { exitCodeOf } from "../../exit-code-of.js";
import type { ExitCode } from "../../exit-code.js";
import { couldNotRun, finish } from "../../finish.js";
import { openCache } from "../../open-cache.js";
import { openConfig } from "../../open-config.js";
import { createProgress } from "../../progress.js";
import { projectRoot } from "../../project-root.js";
import { generateSummary } from "./generate-summary.js";

/** How one of several runs differs from the only one. */
export interface GenerateReading {
  /** Read every file again although it was read before, and make everything anew. */
  readonly fresh?: boolean;
  /** Outputs of former runs, absolute. */
  readonly made?: ReadonlySet<string>;
  /** Told the files that the config and the registries were read from, absolute, and those that they name. */
  readonly onFiles?: (files: readonly string[]) => void;
  /** Told the files that are as they should be now, absolute. */
  readonly onOutputs?: (files: readonly string[]) => void;
}

/** Generates what the command line asks for, once, and says what was done. */
export async function generateOnce(invocation: Invocation, reading: GenerateReading = {}): Promise<ExitCode> {
  const { io, options } = invocation;
  const started = performance.now();
  const diagnostics = createDiagnosticList();
  const progress = createProgress(io, options);
  progress.show("reading the config");
  const opened = await openConfig(invocation, diagnostics, reading);
  if (opened === undefined) {
    progress.end();
    return finish(invocation, couldNotRun("generate", projectRoot(invocation), diagnostics.diagnostics));
  }
  const { config, targets } = opened;
  const { fresh = false, made, onFiles = () => {}, onOutputs = () => {} } = reading;
  onFiles(config.protocols.map(({ source }) => resolve(config.root, source)));
  const cache = fresh ? undefined : await openCache(invocation, config);
  const [force, prune] = [options["force"] === true, options["prune"] === true];
  const request = { force, prune, made, config, targets, diagnostics, cache, fresh, onProgress: progress.show };
  const { files, fallbacks, sources } = await generate(request);
  onFiles(sources);
  onOutputs([...files.written, ...files.unchanged].map((path) => resolve(config.root, path)));
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
