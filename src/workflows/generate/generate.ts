import { compareOutputs } from "../../output/compare-outputs.js";
import { writeOutputs, type WriteSummary } from "../../output/write-outputs.js";
import { type OwnedFallback, type PipelineRequest, produce } from "../../pipeline/produce.js";
import type { DiagnosticList } from "../../diagnostics/collector.js";

/** What a run has written, and what its targets could not say. */
export interface Generation {
  readonly files: WriteSummary;
  readonly fallbacks: readonly OwnedFallback[];
  /** Every file that a registry was read from, absolute. */
  readonly sources: readonly string[];
}

/** Produces everything in memory, and writes it only if nothing was found wrong anywhere. */
export async function generate(
  request: PipelineRequest & { readonly diagnostics: DiagnosticList },
): Promise<Generation> {
  const { plan, fallbacks, sources } = await produce(request);
  request.onProgress("comparing with the project");
  const comparison = compareOutputs(plan, request.diagnostics);
  const files = request.diagnostics.hasErrors
    ? { written: [], unchanged: [], removed: [] }
    : writeOutputs(plan.root, comparison, request.diagnostics);
  return { files, fallbacks, sources };
}
