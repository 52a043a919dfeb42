import { parse, resolve } from "node:path";
import type { Cache } from "../cache/cache.js";
import type { Config, ProtocolConfig, TargetConfig } from "../config/config.js";
import type { DiagnosticCollector, DiagnosticList } from "../diagnostics/collector.js";
import type { Protocol } from "../ir/types.js";
import type { OutputPlan } from "../output/compare-outputs.js";
import { ownerName } from "../output/output-set.js";
import { targets as known } from "../targets/index.js";
import type { Fallback } from "../targets/target.js";
import { located } from "./located.js";
import { remembered, type RememberedRun } from "./remembered.js";
import { load, lower, type Printing, render, type TargetOutput, translate } from "./stages.js";

/** What a run is asked to produce, and whom it tells. */
export interface PipelineRequest {
  readonly config: Config;
  /** Names of the targets to produce; empty for all that the config has. */
  readonly targets: readonly string[];
  /** Leave out the outputs that are not committed, unless their targets are named. */
  readonly committedOnly?: boolean;
  readonly diagnostics: DiagnosticCollector;
  /** Told what is being worked on. For example `gateway/swift: rendering`. */
  readonly onProgress: (step: string) => void;
  /** What remembers former runs. It never changes what this one gives. */
  readonly cache?: Cache | undefined;
  /** Read every file again although it was read before. A watcher asks for it. */
  readonly fresh?: boolean;
}

/** What the selected targets of all protocols give, in memory. */
export interface Production {
  readonly plan: OutputPlan;
  readonly fallbacks: readonly OwnedFallback[];
  /** Every file that a registry was read from, absolute: what a watcher watches. */
  readonly sources: readonly string[];
}

/** A construct that a target could not say. For example `{ owner: "gateway/swift", construct: "not", path: "ModelsListParams" }`. */
export interface OwnedFallback extends Fallback {
  readonly owner: string;
}

/**
 * Produces every selected target of every protocol of the config. What is wrong with one protocol is reported and does
 * not keep the others from being looked at; whoever writes does so only without errors.
 */
export async function produce(request: PipelineRequest): Promise<Production> {
  const { config } = request;
  const outputs: TargetOutput[] = [];
  const sources: string[] = [];
  const printing = printingOf(config.root);
  for (const protocol of config.protocols) {
    const settings = { ...protocol, targets: protocol.targets.filter((target) => isSelected(request, target)) };
    if (settings.targets.length === 0) continue;
    const onFiles = (files: readonly string[]): void => void sources.push(...files);
    const run = { ...request, root: config.root, settings, cache: request.cache, printing, onFiles };
    const work = (diagnostics: DiagnosticList) => produceProtocol({ ...run, diagnostics });
    outputs.push(...(await located({ ...run, worth: "error" }, work)));
  }
  const fallbacks = outputs.flatMap((output) => output.fallbacks.map((one) => ({ ...one, owner: ownerName(output) })));
  return { plan: planOf(config, outputs, sources), fallbacks, sources };
}

interface ProducingRun extends RememberedRun {
  readonly printing: () => Promise<Printing>;
}

/** The whole flow: load → lower → translate → render, and nothing of it again that is remembered. */
async function produceProtocol(run: ProducingRun): Promise<readonly TargetOutput[]> {
  return remembered(run, await load(run), (registry) =>
    forEachTarget(run.settings, lower(run, registry), async (protocol, target) =>
      render(run, translate(run, protocol, target), await run.printing()),
    ),
  );
}

/** One target after another: what one is translated to takes much memory. */
async function forEachTarget(
  { targets }: ProtocolConfig,
  protocol: Protocol | undefined,
  make: (protocol: Protocol, target: TargetConfig) => Promise<TargetOutput>,
): Promise<readonly TargetOutput[]> {
  const outputs: TargetOutput[] = [];
  if (protocol !== undefined) for (const target of targets) outputs.push(await make(protocol, target));
  return outputs;
}

/** What prints, loaded only where something has changed, and once: templates are read once for all targets. */
function printingOf(root: string): () => Promise<Printing> {
  let printing: Promise<Printing> | undefined;
  return () => (printing ??= createPrinting(root));
}

async function createPrinting(root: string): Promise<Printing> {
  const [{ createRenderer }, { createUserLayout }] = await Promise.all([
    import("../render/renderer.js"),
    import("../render/user-layout.js"),
  ]);
  return { renderer: createRenderer(), layout: createUserLayout(root) };
}

function isSelected({ targets: named, committedOnly = false }: PipelineRequest, target: TargetConfig): boolean {
  return named.length === 0 ? target.committed || !committedOnly : named.includes(target.name);
}

function planOf(config: Config, sets: readonly TargetOutput[], sources: readonly string[]): OutputPlan {
  // A folder that was typed on a command line is where its author wants it; a project's outputs stay in the project.
  const boundary = config.file === undefined ? parse(config.root).root : config.root;
  const { root, files, protocols } = config;
  const inputs = [...files, ...sources, ...protocols.map(({ source }) => resolve(root, source))];
  return { root, boundary, sets, reserved: reservedOutputs(config, sets), inputs, allowed: allowedFiles(config) };
}

/** The configured outputs that no set covers, because they were not selected or could not be made. */
function reservedOutputs(config: Config, sets: readonly TargetOutput[]): OutputPlan["reserved"] {
  return config.protocols.flatMap(({ name: protocol, targets }) => {
    const made = sets.filter((set) => set.protocol === protocol).map(({ target }) => target);
    return targets
      .filter(({ name }) => !made.includes(name))
      .map(({ name, output, options }) => {
        const kind = known.find((target) => target.name === name)?.outputKind(options) ?? "folder";
        return { path: output, owner: ownerName({ protocol, target: name }), kind };
      });
  });
}

function allowedFiles({ protocols }: Config): OutputPlan["allowed"] {
  return new Map(
    protocols.flatMap(({ name: protocol, targets }) =>
      targets.map(({ name: target, allow }) => [ownerName({ protocol, target }), allow] as const),
    ),
  );
}
