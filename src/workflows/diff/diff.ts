import { readApprovals } from "./approvals-file.js";
import type { ProtocolConfig } from "../../config/config.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { presentDay, readDay } from "./day.js";
import { diffProtocol, type VersionsRequest } from "./diff-protocol.js";
import { revisionDiagnostics } from "../../revisions/diagnostics.js";
import { isFileRevision } from "../../revisions/read-revision.js";
import { type Approval, approves } from "../../rules/policy/approvals.js";
import { covers } from "../../rules/policy/apply-policy.js";
import { policyDiagnostics } from "../../rules/policy/diagnostics.js";
import { type Policy, policyOf } from "../../rules/policy/policy-config.js";
import type { ProtocolChanges } from "../../rules/report/changes-text.js";

/** What to compare, and whom to tell. */
export interface DiffRequest extends VersionsRequest {
  /** The only protocol to look at, by its name; undefined for all. */
  readonly protocol: string | undefined;
  /** The day that agreements have to hold on, as `2026-11-23`; undefined for the present one. */
  readonly today: string | undefined;
}

/** Compares two versions of every protocol of a config, and reports every change that the policy does not pass over. */
export async function diff(request: DiffRequest): Promise<readonly ProtocolChanges[]> {
  const { config, previous, current, diagnostics } = request;
  const today = readDay("today", request.today ?? presentDay(), diagnostics);
  const policy = policyOf(config.sections["policy"]);
  const selected = selectProtocols(request);
  const approvals = readApprovals({ root: config.root, file: policy.approvals, diagnostics });
  if (today === undefined || selected === undefined || approvals === undefined) return [];
  const compared: ProtocolChanges[] = [];
  for (const settings of selected) {
    const protocol = settings.name;
    const rulings = await diffProtocol(request, settings, { policy, approvals, protocol, today });
    if (rulings !== undefined) compared.push({ protocol, previous, current: current ?? "the working tree", rulings });
  }
  if (compared.length === config.protocols.length) reportUnused(policy, compared, diagnostics);
  reportSpent(approvals, compared, { file: policy.approvals, diagnostics });
  return compared;
}

/** The protocols to compare; undefined, with a finding, where that is not clear. */
function selectProtocols({
  config,
  previous,
  current,
  protocol,
  diagnostics,
}: DiffRequest): readonly ProtocolConfig[] | undefined {
  const known = config.protocols.map(({ name }) => name);
  if (protocol !== undefined && !known.includes(protocol)) {
    diagnostics.report(revisionDiagnostics.create("unknown-protocol", { name: protocol, known }));
    return undefined;
  }
  const selected = config.protocols.filter(({ name }) => protocol === undefined || name === protocol);
  const file = [previous, current].find((revision) => revision !== undefined && isFileRevision(config.root, revision));
  if (file === undefined || selected.length === 1) return selected;
  diagnostics.report(revisionDiagnostics.create("several-protocols", { revision: file, protocols: known }));
  return undefined;
}

/** An entry that hides nothing hides the next mistake. */
function reportUnused(
  { ignore }: Policy,
  compared: readonly ProtocolChanges[],
  diagnostics: DiagnosticCollector,
): void {
  for (const entry of ignore) {
    const isUsed = compared.some(({ protocol, rulings }) =>
      rulings.some(({ change }) => covers(entry, change, protocol)),
    );
    if (!isUsed) diagnostics.report(policyDiagnostics.create("unused-ignore", { rule: entry.rule, path: entry.path }));
  }
}

/** An approval that speaks of no change is spent: the same change made again later has to be agreed to again. */
function reportSpent(
  approvals: readonly Approval[],
  compared: readonly ProtocolChanges[],
  { file, diagnostics }: { readonly file: string; readonly diagnostics: DiagnosticCollector },
): void {
  for (const given of approvals) {
    const protocol = compared.find((item) => item.protocol === given.protocol);
    if (protocol === undefined || protocol.rulings.some(({ change }) => approves(given, change, given.protocol)))
      continue;
    diagnostics.report(policyDiagnostics.create("spent-approval", { rule: given.rule, path: given.path, file }));
  }
}
