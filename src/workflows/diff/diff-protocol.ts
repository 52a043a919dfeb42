import type { ProtocolConfig } from "../../config/config.js";
import type { LoadedConfig } from "../../config/load-config.js";
import { projectPath } from "../../config/module/project-path.js";
import { createDiagnosticList, type DiagnosticCollector } from "../../diagnostics/collector.js";
import type { DeclarationId, Protocol } from "../../ir/types.js";
import { generatedNames } from "../../pipeline/generated-names.js";
import { located } from "../../pipeline/located.js";
import { loadProtocol } from "../../pipeline/load-protocol.js";
import { openProject } from "../../pipeline/open-project.js";
import { readRevision } from "../../revisions/read-revision.js";
import type { Revision } from "../../revisions/revision.js";
import { breakingRules } from "../../rules/breaking/index.js";
import { isAgreed, type PolicyContext, rule, type Ruling } from "../../rules/policy/apply-policy.js";
import { changeDiagnostic } from "../../rules/policy/change-diagnostic.js";
import { runRules } from "../../rules/run-rules.js";

/** Which two versions to compare, and whom to tell. */
export interface VersionsRequest {
  readonly config: LoadedConfig;
  /** A git revision, a file or a folder. */
  readonly previous: string;
  /** The same, or undefined for the project as it is. */
  readonly current: string | undefined;
  readonly diagnostics: DiagnosticCollector;
  /** Told what is being worked on. For example `gateway: reading main`. */
  readonly onProgress: (step: string) => void;
}

/** Compares one protocol's versions and decides about every change. Undefined, with findings, where one cannot be read. */
export async function diffProtocol(
  request: VersionsRequest,
  settings: ProtocolConfig,
  context: PolicyContext,
): Promise<readonly Ruling[] | undefined> {
  request.onProgress(`${settings.name}: reading ${request.previous}`);
  const previous = await readVersion(request, settings, request.previous);
  if (previous === undefined) return undefined;
  // Nobody knows it yet, so nobody minds.
  if (previous === "not yet there") return [];
  request.onProgress(`${settings.name}: reading ${request.current ?? "the project"}`);
  const current = await readVersion(request, settings, request.current);
  if (current === undefined || current === "not yet there") return undefined;
  request.onProgress(`${settings.name}: comparing`);
  const changes = await runRules({
    previous: completeSurface(previous, current.protocol),
    current: completeSurface(current, previous.protocol),
    rules: breakingRules,
    names: generatedNames(settings, previous.protocol, current.protocol),
    isApproved: (change) => isAgreed(change, context),
    readers: context.policy.readers,
  });
  const rulings = changes.map((change) => rule(change, context));
  await report(request, settings, rulings);
  return rulings;
}

/** A named version, or the project as it is. */
async function readVersion(
  { config, diagnostics }: VersionsRequest,
  settings: ProtocolConfig,
  revision: string | undefined,
): Promise<Revision | "not yet there" | undefined> {
  const { root } = config;
  if (revision !== undefined) {
    const configFile = config.file === undefined ? undefined : projectPath(root, config.file);
    const present = config.protocols.map(({ name }) => name);
    return readRevision({ revision, settings, present, root, configFile, loadConfig: loadOther, diagnostics });
  }
  const found = createDiagnosticList();
  const protocol = await loadProtocol(settings, root, found);
  for (const diagnostic of found.diagnostics.filter(({ severity }) => severity === "error" || protocol === undefined))
    diagnostics.report(diagnostic);
  const knows = { version: true, methods: true, events: true, errorCodes: true };
  return protocol === undefined ? undefined : { protocol, knows };
}

/** The config of another version; that it may not be one of today's is no fault of the present one. */
function loadOther(root: string, file: string): Promise<LoadedConfig | undefined> {
  return openProject({ root, file }, createDiagnosticList());
}

/** Only what the project holds has a place to show. */
async function report(
  { config, current, diagnostics }: VersionsRequest,
  settings: ProtocolConfig,
  rulings: readonly Ruling[],
): Promise<void> {
  const found = rulings.map(changeDiagnostic).filter((diagnostic) => diagnostic !== undefined);
  const tell = (to: DiagnosticCollector): void => found.forEach((diagnostic) => to.report(diagnostic));
  if (current !== undefined) tell(diagnostics);
  else await located({ settings, root: config.root, diagnostics, worth: "error" }, tell);
}

/**
 * A version with what is not known of it taken from the other one, as far as its definitions go: so it is no difference,
 * and who reads which definition is known nevertheless.
 */
function completeSurface({ protocol, knows }: Revision, other: Protocol): Protocol {
  const has = new Set(protocol.declarations.map(({ id }) => id));
  const kept = (id: DeclarationId | undefined): DeclarationId | undefined =>
    id !== undefined && has.has(id) ? id : undefined;
  return {
    ...protocol,
    // Versions are held against each other, so that one that is not known leaves nothing to say.
    version: knows.version ? protocol.version : undefined,
    minVersions: knows.version ? protocol.minVersions : other.minVersions,
    methods: knows.methods
      ? protocol.methods
      : other.methods.map((method) => ({ ...method, params: kept(method.params), result: kept(method.result) })),
    events: knows.events ? protocol.events : other.events.map((event) => ({ ...event, payload: kept(event.payload) })),
    errorCodes: knows.errorCodes ? protocol.errorCodes : other.errorCodes,
  };
}
