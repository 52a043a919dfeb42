import { configSections } from "./config-sections.js";
import type { ProtocolConfig } from "./config/config.js";
import { loadConfig } from "./config/load-config.js";
import { projectPath } from "./config/module/project-path.js";
import { createDiagnosticList } from "./diagnostics/collector.js";
import type { DiffRequest } from "./diff.js";
import { locateDiagnostics } from "./locate-diagnostics.js";
import { loadProtocol } from "./pipeline.js";
import { completeSurface } from "./revisions/complete-surface.js";
import { readRevision } from "./revisions/read-revision.js";
import type { Revision } from "./revisions/revision.js";
import { breakingRules } from "./rules/breaking/index.js";
import { isAgreed, type PolicyContext, rule, type Ruling } from "./rules/policy/apply-policy.js";
import { changeDiagnostic } from "./rules/policy/change-diagnostic.js";
import { runRules } from "./rules/run-rules.js";
import { targets } from "./targets/index.js";

/** Compares one protocol's versions and decides about every change. Undefined, with findings, where one cannot be read. */
export async function diffProtocol(
  request: DiffRequest,
  settings: ProtocolConfig,
  context: PolicyContext,
): Promise<readonly Ruling[] | undefined> {
  request.onProgress(`${settings.name}: reading ${request.previous}`);
  const previous = await readVersion(request, settings, request.previous);
  if (previous === undefined) return undefined;
  request.onProgress(`${settings.name}: reading ${request.current ?? "the project"}`);
  const current = await readVersion(request, settings, request.current);
  if (current === undefined) return undefined;
  request.onProgress(`${settings.name}: comparing`);
  const changes = await runRules({
    previous: completeSurface(previous, current.protocol),
    current: completeSurface(current, previous.protocol),
    rules: breakingRules,
    isApproved: (change) => isAgreed(change, context),
  });
  const rulings = changes.map((change) => rule(change, context));
  await report(request, settings, rulings);
  return rulings;
}

/** A named version, or the project as it is. */
async function readVersion(
  { config, diagnostics }: DiffRequest,
  settings: ProtocolConfig,
  revision: string | undefined,
): Promise<Revision | undefined> {
  const { root } = config;
  if (revision !== undefined) {
    const configFile = config.file === undefined ? undefined : projectPath(root, config.file);
    return readRevision({ revision, settings, root, configFile, loadConfig: loadOther, diagnostics });
  }
  const found = createDiagnosticList();
  const protocol = await loadProtocol(settings, root, found);
  for (const diagnostic of found.diagnostics.filter(({ severity }) => severity === "error" || protocol === undefined))
    diagnostics.report(diagnostic);
  const knows = { version: true, methods: true, events: true, errorCodes: true };
  return protocol === undefined ? undefined : { protocol, knows };
}

/** The config of another version; that it may not be one of today's is no fault of the present one. */
function loadOther(root: string, file: string): ReturnType<typeof loadConfig> {
  return loadConfig({ root, file, targets, sections: configSections }, createDiagnosticList());
}

async function report(
  { config, current, diagnostics }: DiffRequest,
  settings: ProtocolConfig,
  rulings: readonly Ruling[],
): Promise<void> {
  const found = rulings.map(changeDiagnostic).filter((diagnostic) => diagnostic !== undefined);
  const placed = current === undefined ? await locateDiagnostics(found, settings, config.root) : found;
  for (const diagnostic of placed) diagnostics.report(diagnostic);
}
