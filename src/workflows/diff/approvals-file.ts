import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { type Approval, approve, approves, parseApprovals, printApprovals } from "../../rules/policy/approvals.js";
import { policyDiagnostics } from "../../rules/policy/diagnostics.js";
import type { ProtocolChanges } from "../../rules/report/changes-text.js";

/** Where approvals are, and whom to tell what is wrong with them. */
export interface ApprovalsPlace {
  /** The config's folder, absolute. */
  readonly root: string;
  /** Relative to the root. */
  readonly file: string;
  readonly diagnostics: DiagnosticCollector;
}

/** Reads what was agreed to; empty where there is no file, undefined with a finding where it is not one of ours. */
export function readApprovals({ root, file, diagnostics }: ApprovalsPlace): readonly Approval[] | undefined {
  const path = join(root, file);
  if (!existsSync(path)) return [];
  const approvals = parseApprovals(readFileSync(path, "utf8"));
  if (approvals === undefined) diagnostics.report(policyDiagnostics.create("invalid-approvals", { file }));
  return approvals;
}

/** Agrees to every change that fails the command, and gives their number. What had been agreed to stays. */
export function approveAll(
  place: ApprovalsPlace,
  compared: readonly ProtocolChanges[],
  terms: { readonly reason: string; readonly expires: string | undefined },
): number {
  const known = readApprovals(place);
  if (known === undefined) return 0;
  const failing = compared.flatMap(({ protocol, rulings }) =>
    rulings.filter(({ fails }) => fails).map(({ change }) => ({ protocol, change })),
  );
  const kept = known.filter((given) => !failing.some(({ protocol, change }) => approves(given, change, protocol)));
  const added = failing.map(({ protocol, change }) => approve(change, { protocol, ...terms }));
  if (added.length > 0) writeFileSync(join(place.root, place.file), printApprovals([...kept, ...added]));
  return added.length;
}
