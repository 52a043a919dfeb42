import { join } from "node:path";
import type { DiagnosticList } from "../../diagnostics/collector.js";
import { type Comparison, compareOutputs, type OutputPlan } from "../../output/compare-outputs.js";
import { outputDiagnostics } from "../../output/diagnostics.js";
import { acquireWriteLock } from "../../output/write-lock.js";
import { hasChanges, writeOutputs, type WriteSummary } from "../../output/write-outputs.js";
import { type OwnedFallback, type PipelineRequest, produce } from "../../pipeline/produce.js";
import { findLeftBehind, pruned } from "../../revisions/find-left-behind.js";

/** What a run has written, and what its targets could not say. */
export interface Generation {
  readonly files: WriteSummary;
  readonly fallbacks: readonly OwnedFallback[];
  /** Every file that a registry was read from, absolute. */
  readonly sources: readonly string[];
}

/** What `generate` is asked to do. */
export interface GenerateRequest extends PipelineRequest {
  readonly diagnostics: DiagnosticList;
  /** Write over files that typewire did not write, too. */
  readonly force?: boolean | undefined;
  /** Files that a former run of the same command has made, absolute: they are written over whoever has edited them. */
  readonly made?: ReadonlySet<string> | undefined;
  /** Delete outputs that no target of the config writes any more, wherever they are in the project. */
  readonly prune?: boolean | undefined;
}

/** Produces everything in memory, and writes it only if nothing was found wrong anywhere. */
export async function generate(request: GenerateRequest): Promise<Generation> {
  const { plan, fallbacks, sources } = await produce(request);
  request.onProgress("comparing with the project");
  return { files: await bringUpToDate(plan, request), fallbacks, sources };
}

/** Compares again once no other run writes: what it has written is then known. */
async function bringUpToDate(plan: OutputPlan, request: GenerateRequest): Promise<WriteSummary> {
  const { diagnostics, onProgress } = request;
  const compared = await compare(plan, request);
  if (diagnostics.hasErrors) return { written: [], unchanged: [], removed: [] };
  if (!hasChanges(compared)) return writeOutputs(plan, compared, { diagnostics });
  const lock = await acquireWriteLock(plan.root, () => onProgress("waiting for another run that writes here"));
  if (lock === undefined) {
    diagnostics.report(outputDiagnostics.create("busy", {}));
    return { written: [], unchanged: [], removed: [] };
  }
  try {
    const present = await compare(plan, request);
    if (diagnostics.hasErrors) return { written: [], unchanged: [], removed: [] };
    return writeOutputs(plan, present, { diagnostics, onStep: lock.beat });
  } finally {
    lock.release();
  }
}

async function compare(plan: OutputPlan, request: GenerateRequest): Promise<Comparison> {
  const { config, diagnostics, force = false, made, prune = false } = request;
  const compared = compareOutputs(plan, diagnostics);
  for (const { path, status, owner, isOurs } of compared.states) {
    if (status !== "stale" || isOurs || force || made?.has(join(plan.root, path)) === true) continue;
    diagnostics.report(outputDiagnostics.create("not-ours", { path, owner }));
  }
  if (!prune || diagnostics.hasErrors) return compared;
  const leftBehind = await findLeftBehind(config, plan);
  return { ...compared, states: [...compared.states, ...pruned(plan.root, leftBehind)] };
}
