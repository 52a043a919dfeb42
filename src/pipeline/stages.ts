import { join, posix } from "node:path";
import type { ProtocolConfig, TargetConfig } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { lower as lowerRegistry } from "../ir/lower/lower.js";
import type { Protocol } from "../ir/types.js";
import { type OutputSet, ownerName } from "../output/output-set.js";
import { loadRegistry } from "../registry/load-registry.js";
import type { Registry } from "../registry/registry.js";
import type { Renderer } from "../render/renderer.js";
import type { UserLayout } from "../render/user-layout.js";
import { invariant } from "../support/invariant.js";
import { targets } from "../targets/index.js";
import type { Fallback, Target, Translation } from "../targets/target.js";

/** One protocol on its way, and whom its stages tell. */
export interface ProtocolRun {
  readonly settings: ProtocolConfig;
  /** The project's folder, absolute. */
  readonly root: string;
  readonly diagnostics: DiagnosticCollector;
  /** Told what is being worked on. For example `gateway/swift: rendering`. */
  readonly onProgress: (step: string) => void;
  /** Read every file again although it was read before. */
  readonly fresh?: boolean;
  /** Told every file that the registry was read from, absolute. */
  readonly onFiles?: (files: readonly string[]) => void;
}

/** What everything of a run is printed with. */
export interface Printing {
  readonly renderer: Renderer;
  readonly layout: UserLayout;
}

/** A protocol in the terms of one target. */
export interface Translated extends Translation {
  readonly target: Target;
  readonly protocol: string;
  readonly settings: TargetConfig;
}

/** What one target of one protocol gives, in memory. */
export interface TargetOutput extends OutputSet {
  readonly fallbacks: readonly Fallback[];
}

/** Module or JSON Schema file → registry. Undefined, with findings, where it cannot be read. */
export async function load(run: ProtocolRun): Promise<Registry | undefined> {
  const { settings, root, diagnostics, fresh = false } = run;
  run.onProgress(`${settings.name}: loading ${settings.source}`);
  const registry = await loadRegistry(settings, { root, diagnostics, fresh });
  run.onFiles?.(registry?.files ?? []);
  return registry;
}

/** Registry → IR. Undefined, with findings, where some schema cannot be said. */
export function lower({ settings, diagnostics, onProgress }: ProtocolRun, registry: Registry): Protocol | undefined {
  onProgress(`${settings.name}: lowering`);
  return lowerRegistry(registry, settings, diagnostics);
}

/** IR → what templates print. */
export function translate(
  { diagnostics, onProgress }: ProtocolRun,
  protocol: Protocol,
  settings: TargetConfig,
): Translated {
  const target = targets.find(({ name }) => name === settings.name);
  invariant(target, `the config names a target ${settings.name} that does not exist`);
  onProgress(`${ownerName({ protocol: protocol.name, target: target.name })}: translating`);
  const translation = target.translate(protocol, { options: settings.options, diagnostics });
  return { ...translation, target, protocol: protocol.name, settings };
}

/** What templates print → files, laid out as the user's own Prettier configuration says. */
export async function render(
  { root, onProgress }: ProtocolRun,
  { target, protocol, settings, units, fallbacks }: Translated,
  { renderer, layout }: Printing,
): Promise<TargetOutput> {
  const { output, options } = settings;
  const owner = { protocol, target: target.name };
  const files = [];
  for (const unit of units) {
    const path = posix.join(output, unit.path);
    onProgress(`${ownerName(owner)}: rendering ${path}`);
    const text = renderer.render(target.name, unit);
    files.push({ path, text: await layout.apply(text, join(root, path), unit.format) });
  }
  return { ...owner, kind: target.outputKind(options), path: output, files, fallbacks };
}
