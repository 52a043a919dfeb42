import { checkOutputs, type RepairCommand } from "../../output/check-outputs.js";
import { compareOutputs } from "../../output/compare-outputs.js";
import type { FileState } from "../../output/file-state.js";
import { type PipelineRequest, produce } from "../../pipeline/produce.js";

/** Produces everything in memory and reports each file of the project that differs. Writes nothing. */
export async function check(
  request: PipelineRequest & { readonly repair: RepairCommand },
): Promise<readonly FileState[]> {
  const { plan } = await produce(request);
  request.onProgress("comparing with the project");
  const { states } = compareOutputs(plan, request.diagnostics);
  checkOutputs(states, request.repair, request.diagnostics);
  return states;
}
