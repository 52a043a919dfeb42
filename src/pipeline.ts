import { join, parse, posix } from "node:path";
import type { Config, ProtocolConfig, TargetConfig } from "./config/config.js";
import { createDiagnosticList, type DiagnosticCollector } from "./diagnostics/collector.js";
import { lower } from "./ir/lower/lower.js";
import type { Protocol } from "./ir/types.js";
import { locateDiagnostics } from "./locate-diagnostics.js";
import type { OutputPlan } from "./output/compare-outputs.js";
import type { OutputSet } from "./output/output-set.js";
import { loadRegistry } from "./registry/load-registry.js";
import { createRenderer, type Renderer } from "./render/renderer.js";
import { createUserLayout, type UserLayout } from "./render/user-layout.js";
import { invariant } from "./support/invariant.js";
import { targets } from "./targets/index.js";
import type { Fallback } from "./targets/target.js";

/** What a run is asked to produce, and whom it tells. */
export interface PipelineRequest {
  readonly config: Config;
  /** Names of the targets to produce; empty for all that the config has. */
  readonly targets: readonly string[];
  readonly diagnostics: DiagnosticCollector;
  /** Told what is being worked on. For example `gateway/swift: rendering`. */
  readonly onProgress: (step: string) => void;
}

/** What the selected targets of all protocols give, in memory. */
export interface Production {
  readonly plan: OutputPlan;
  readonly fallbacks: readonly OwnedFallback[];
}

/** A construct that a target could not say. For example `{ owner: "gateway/swift", construct: "not", path: "ModelsListParams" }`. */
export interface OwnedFallback extends Fallback {
  readonly owner: string;
}

interface Produced {
  readonly set: OutputSet;
  readonly fallbacks: readonly OwnedFallback[];
}

interface Printing {
  readonly renderer: Renderer;
  readonly layout: UserLayout;
}

/**
 * Load, lower, translate, render: for every protocol of the config and every selected target. What is wrong with one
 * protocol is reported and does not keep the others from being looked at; whoever writes does so only without errors.
 */
export async function produce(request: PipelineRequest): Promise<Production> {
  const { config } = request;
  const printing = { renderer: createRenderer(), layout: createUserLayout(config.root) };
  const produced: Produced[] = [];
  for (const settings of config.protocols) {
    const found = createDiagnosticList();
    produced.push(...(await produceProtocol(settings, { ...request, diagnostics: found, printing })));
    const located = await locateDiagnostics(found.diagnostics, settings, config.root);
    located.forEach((diagnostic) => request.diagnostics.report(diagnostic));
  }
  const sets = produced.map(({ set }) => set);
  // A folder that was typed on a command line is where its author wants it; a project's outputs stay in the project.
  const boundary = config.file === undefined ? parse(config.root).root : config.root;
  return {
    plan: { root: config.root, boundary, sets, reserved: reservedOutputs(config, sets) },
    fallbacks: produced.flatMap(({ fallbacks }) => fallbacks),
  };
}

async function produceProtocol(
  settings: ProtocolConfig,
  request: PipelineRequest & { readonly printing: Printing },
): Promise<readonly Produced[]> {
  const selected = settings.targets.filter((target) => isSelected(request, target));
  if (selected.length === 0) return [];
  request.onProgress(`${settings.name}: loading ${settings.source}`);
  const protocol = await loadProtocol(settings, request.config.root, request.diagnostics);
  if (protocol === undefined) return [];
  const produced: Produced[] = [];
  for (const target of selected) produced.push(await produceTarget(protocol, target, request));
  return produced;
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

async function produceTarget(
  protocol: Protocol,
  settings: TargetConfig,
  request: PipelineRequest & { readonly printing: Printing },
): Promise<Produced> {
  const target = targets.find(({ name }) => name === settings.name);
  invariant(target, `the config names a target ${settings.name} that does not exist`);
  const owner = `${protocol.name}/${target.name}`;
  const { options, output } = settings;
  request.onProgress(`${owner}: translating`);
  const { units, fallbacks } = target.translate(protocol, { options, diagnostics: request.diagnostics });
  const { renderer, layout } = request.printing;
  const files = [];
  for (const unit of units) {
    const path = posix.join(output, unit.path);
    request.onProgress(`${owner}: rendering ${path}`);
    const text = renderer.render(target.name, unit);
    files.push({ path, text: await layout.apply(text, join(request.config.root, path), unit.format) });
  }
  return {
    set: { owner, kind: target.outputKind(options), path: output, files },
    fallbacks: fallbacks.map((fallback) => ({ ...fallback, owner })),
  };
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
