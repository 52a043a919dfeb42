import { parse } from "node:path";
import type { Cache } from "./cache/cache.js";
import type { Config, ProtocolConfig, TargetConfig } from "./config/config.js";
import { createDiagnosticList, type DiagnosticCollector, type DiagnosticList } from "./diagnostics/collector.js";
import { lower } from "./ir/lower/lower.js";
import type { Protocol } from "./ir/types.js";
import { locateDiagnostics } from "./locate-diagnostics.js";
import type { OutputPlan } from "./output/compare-outputs.js";
import type { OutputSet } from "./output/output-set.js";
import type { Producer, TargetOutput } from "./produce-target.js";
import { loadRegistry } from "./registry/load-registry.js";
import type { Registry } from "./registry/registry.js";
import type { Fallback } from "./targets/target.js";

/** What a run is asked to produce, and whom it tells. */
export interface PipelineRequest {
  readonly config: Config;
  /** Names of the targets to produce; empty for all that the config has. */
  readonly targets: readonly string[];
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
 * Load, lower, translate, render: for every protocol of the config and every selected target. What is wrong with one
 * protocol is reported and does not keep the others from being looked at; whoever writes does so only without errors.
 */
export async function produce(request: PipelineRequest): Promise<Production> {
  const { config } = request;
  const outputs: TargetOutput[] = [];
  const sources: string[] = [];
  let producer: Promise<Producer> | undefined;
  const run = {
    onSource: (files: readonly string[]) => void sources.push(...files),
    // Loaded only where something has changed.
    producer: () => (producer ??= import("./produce-target.js").then((module) => module.createProducer(config.root))),
  };
  for (const settings of config.protocols) {
    const found = createDiagnosticList();
    outputs.push(...(await produceProtocol(settings, { ...request, ...run, diagnostics: found })));
    const located = await locateDiagnostics(found.diagnostics, settings, config.root);
    located.forEach((diagnostic) => request.diagnostics.report(diagnostic));
  }
  // A folder that was typed on a command line is where its author wants it; a project's outputs stay in the project.
  const boundary = config.file === undefined ? parse(config.root).root : config.root;
  const fallbacks = outputs.flatMap((output) => output.fallbacks.map((one) => ({ ...one, owner: output.owner })));
  return {
    plan: { root: config.root, boundary, sets: outputs, reserved: reservedOutputs(config, outputs) },
    fallbacks,
    sources,
  };
}

type ProtocolRequest = PipelineRequest & {
  readonly diagnostics: DiagnosticList;
  readonly onSource: (files: readonly string[]) => void;
  readonly producer: () => Promise<Producer>;
};

async function produceProtocol(all: ProtocolConfig, request: ProtocolRequest): Promise<readonly TargetOutput[]> {
  const settings = { ...all, targets: all.targets.filter((target) => isSelected(request, target)) };
  if (settings.targets.length === 0) return [];
  const { config, diagnostics, fresh = false } = request;
  request.onProgress(`${settings.name}: loading ${settings.source}`);
  const registry = await loadRegistry(settings, { root: config.root, diagnostics, fresh });
  if (registry === undefined) return [];
  request.onSource(registry.files);
  request.onProgress(`${settings.name}: looking for what has changed`);
  const slot = request.cache?.slot({ settings, registry });
  const known = slot?.recall();
  known?.diagnostics.forEach((diagnostic) => diagnostics.report(diagnostic));
  if (known !== undefined) return known.outputs;
  const before = diagnostics.diagnostics.length;
  const outputs = await makeOutputs(registry, settings, request);
  const isSound = outputs.length > 0 && !diagnostics.hasErrors;
  if (isSound) slot?.remember({ outputs, diagnostics: diagnostics.diagnostics.slice(before) });
  return outputs;
}

async function makeOutputs(
  registry: Registry,
  settings: ProtocolConfig,
  request: ProtocolRequest,
): Promise<readonly TargetOutput[]> {
  request.onProgress(`${settings.name}: lowering`);
  const protocol = lower(registry, settings, request.diagnostics);
  if (protocol === undefined) return [];
  const producer = await request.producer();
  const outputs: TargetOutput[] = [];
  const run = { ...request, names: settings.names };
  for (const target of settings.targets) outputs.push(await producer.produce(protocol, target, run));
  return outputs;
}

/** Loads and lowers one protocol; undefined where that failed, with the reasons reported. */
export async function loadProtocol(
  settings: ProtocolConfig,
  root: string,
  diagnostics: DiagnosticCollector,
): Promise<Protocol | undefined> {
  const registry = await loadRegistry(settings, { root, diagnostics });
  return registry === undefined ? undefined : lower(registry, settings, diagnostics);
}

function isSelected(request: PipelineRequest, target: TargetConfig): boolean {
  return request.targets.length === 0 || request.targets.includes(target.name);
}

/** The configured outputs that no set covers, because they were not selected or could not be made. */
function reservedOutputs(config: Config, sets: readonly OutputSet[]): readonly { readonly path: string }[] {
  const made = new Set(sets.map(({ owner }) => owner));
  return config.protocols.flatMap(({ name, targets: outputs }) =>
    outputs.filter((target) => !made.has(`${name}/${target.name}`)).map(({ output }) => ({ path: output })),
  );
}
