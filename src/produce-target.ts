import { join, posix } from "node:path";
import type { ProtocolNames, TargetConfig } from "./config/config.js";
import type { DiagnosticCollector } from "./diagnostics/collector.js";
import type { Protocol } from "./ir/types.js";
import type { OutputSet } from "./output/output-set.js";
import { createRenderer, type Renderer } from "./render/renderer.js";
import { createUserLayout, type UserLayout } from "./render/user-layout.js";
import { invariant } from "./support/invariant.js";
import { targets } from "./targets/index.js";
import type { Fallback } from "./targets/target.js";

/** What one target of one protocol gives, in memory. */
export interface TargetOutput extends OutputSet {
  readonly fallbacks: readonly Fallback[];
}

/** Translates and prints; keeps what all targets of a run are printed with. */
export interface Producer {
  /** Translates a protocol with one target, and prints what that gives. */
  produce(protocol: Protocol, settings: TargetConfig, run: TargetRun): Promise<TargetOutput>;
}

/** What the protocol says for every target, and whom a target tells. */
export interface TargetRun {
  readonly names: ProtocolNames;
  readonly diagnostics: DiagnosticCollector;
  readonly onProgress: (step: string) => void;
}

interface Printing {
  /** The project's folder, absolute. */
  readonly root: string;
  readonly renderer: Renderer;
  readonly layout: UserLayout;
}

/** Makes the producer of a run. `root` is the project's folder, absolute. */
export function createProducer(root: string): Producer {
  const printing = { root, renderer: createRenderer(), layout: createUserLayout(root) };
  return { produce: (protocol, settings, run) => produceTarget(protocol, settings, { ...run, printing }) };
}

async function produceTarget(
  protocol: Protocol,
  settings: TargetConfig,
  run: TargetRun & { readonly printing: Printing },
): Promise<TargetOutput> {
  const target = targets.find(({ name }) => name === settings.name);
  invariant(target, `the config names a target ${settings.name} that does not exist`);
  const owner = `${protocol.name}/${target.name}`;
  const { options, output } = settings;
  run.onProgress(`${owner}: translating`);
  const { names, diagnostics } = run;
  const { units, fallbacks } = target.translate(protocol, { options, names, diagnostics });
  const { root, renderer, layout } = run.printing;
  const files = [];
  for (const unit of units) {
    const path = posix.join(output, unit.path);
    run.onProgress(`${owner}: rendering ${path}`);
    const text = renderer.render(target.name, unit);
    files.push({ path, text: await layout.apply(text, join(root, path), unit.format) });
  }
  return { owner, kind: target.outputKind(options), path: output, files, fallbacks };
}
