import type { Cache } from "../cache/cache.js";
import type { DiagnosticList } from "../diagnostics/collector.js";
import type { Registry } from "../registry/registry.js";
import type { ProtocolRun, TargetOutput } from "./stages.js";

/** A run of a protocol, with what remembers former ones. */
export interface RememberedRun extends ProtocolRun {
  readonly diagnostics: DiagnosticList;
  readonly cache: Cache | undefined;
}

/**
 * What a registry gave before, its warnings included, if nothing has changed since; else what `make` gives, which is kept
 * for the next time unless something is wrong with it. Nothing where there is no registry.
 */
export async function remembered(
  { settings, cache, diagnostics, onProgress }: RememberedRun,
  registry: Registry | undefined,
  make: (registry: Registry) => Promise<readonly TargetOutput[]>,
): Promise<readonly TargetOutput[]> {
  if (registry === undefined) return [];
  onProgress(`${settings.name}: looking for what has changed`);
  const slot = cache?.slot({ settings, registry });
  const known = slot?.recall();
  known?.diagnostics.forEach((diagnostic) => diagnostics.report(diagnostic));
  if (known !== undefined) return known.outputs;
  const before = diagnostics.diagnostics.length;
  const outputs = await make(registry);
  const isSound = outputs.length > 0 && !diagnostics.hasErrors;
  if (isSound) slot?.remember({ outputs, diagnostics: diagnostics.diagnostics.slice(before) });
  return outputs;
}
