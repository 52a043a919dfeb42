import { checkDiagnostics } from "../../output/check-diagnostics.js";
import { checkOutputs, type RepairCommand } from "../../output/check-outputs.js";
import { compareOutputs } from "../../output/compare-outputs.js";
import type { FileState } from "../../output/file-state.js";
import { type PipelineRequest, produce } from "../../pipeline/produce.js";
import { type Untracked, untrackedFinder } from "../../revisions/untracked-outputs.js";
import { findLeftBehind } from "../../revisions/find-left-behind.js";

/** What `check` is asked to do. */
export interface CheckRequest extends PipelineRequest {
  readonly repair: RepairCommand;
  /** Whether an output that git does not track is a finding. */
  readonly committed?: boolean | undefined;
}

/** What a check has found, beside diagnostics. */
export interface Checked {
  readonly states: readonly FileState[];
  /** Outputs that git does not track; none where there is no repository. */
  readonly untracked: readonly Untracked[];
}

/** Produces everything in memory and reports each file of the project that differs. Writes nothing. */
export async function check(request: CheckRequest): Promise<Checked> {
  const { config, diagnostics } = request;
  const findUntracked = untrackedFinder(config);
  if (request.committed === true && findUntracked === undefined) {
    diagnostics.report(checkDiagnostics.create("no-repository", {}));
    return { states: [], untracked: [] };
  }
  const { plan } = await produce({ ...request, committedOnly: true });
  request.onProgress("comparing with the project");
  const { states } = compareOutputs(plan, diagnostics);
  checkOutputs(states, request.repair, diagnostics);
  if (request.targets.length === 0) {
    for (const path of await findLeftBehind(config, plan)) {
      const location = { file: path, line: 1, column: 1 };
      diagnostics.report(checkDiagnostics.create("left-behind", { path }, { location }));
    }
  }
  const untracked = (await findUntracked?.(committedPaths(request, states))) ?? [];
  if (request.committed === true) {
    for (const { path, isIgnored } of untracked) {
      const location = { file: path, line: 1, column: 1 };
      diagnostics.report(checkDiagnostics.create("untracked-file", { path, isIgnored }, { location }));
    }
  }
  return { states, untracked };
}

/** The outputs that are there and that the repository should keep. */
function committedPaths({ config }: CheckRequest, states: readonly FileState[]): readonly string[] {
  const uncommitted = config.protocols.flatMap(({ name, targets }) =>
    targets.filter(({ committed }) => !committed).map((target) => `${name}/${target.name}`),
  );
  return states
    .filter(({ status, owner }) => (status === "unchanged" || status === "stale") && !uncommitted.includes(owner))
    .map(({ path }) => path);
}
