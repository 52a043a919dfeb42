import type { LoadedConfig } from "../../config/load-config.js";
import type { ProtocolConfig } from "../../config/config.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { located } from "../../pipeline/located.js";
import { load, lower } from "../../pipeline/stages.js";
import { resolveSource } from "../../registry/resolve-source.js";
import { lintDiagnostics } from "../../rules/lint/diagnostics.js";
import type { TextEdit } from "../../rules/lint/fix/text-edit.js";
import { lintRules } from "../../rules/lint/index.js";
import { type LintSettings, lintSettings } from "../../rules/lint/lint-config.js";
import { type LintRun, runLint } from "../../rules/lint/run-lint.js";
import type { RegistrySource } from "../../rules/lint/source/registry-source.js";

/** What a run is asked to look at, and whom it tells. */
export interface LintRequest {
  readonly config: LoadedConfig;
  readonly diagnostics: DiagnosticCollector;
  /** Told what is being worked on. For example `gateway: linting`. */
  readonly onProgress: (step: string) => void;
  /** Read registries again although they were read before. */
  readonly fresh?: boolean;
}

/** What lint found besides the diagnostics. */
export interface Linting {
  /** Names of the protocols that were looked at. */
  readonly protocols: readonly string[];
  /** The changes that mend findings without a decision to take, in groups. */
  readonly fixes: readonly (readonly TextEdit[])[];
  /** How many findings the config's ignore entries hide. */
  readonly ignored: number;
}

/** Runs the lint rules on every protocol of a config. For example `await lint({ config, diagnostics, onProgress })`. */
export async function lint(request: LintRequest): Promise<Linting> {
  const { config } = request;
  const settings = lintSettings(config.sections["lint"]);
  const runs: LintRun[] = [];
  const protocols: string[] = [];
  for (const protocol of config.protocols) {
    request.onProgress(`${protocol.name}: linting`);
    const run = await lintProtocol(request, protocol, settings);
    if (run === undefined) continue;
    protocols.push(protocol.name);
    runs.push(run);
  }
  reportIgnores(request, settings, runs);
  return {
    protocols,
    fixes: runs.flatMap(({ results }) => results.flatMap(({ edits }) => (edits.length === 0 ? [] : [edits]))),
    ignored: runs.reduce((sum, run) => sum + run.ignored, 0),
  };
}

async function lintProtocol(
  { config, diagnostics, onProgress, fresh = false }: LintRequest,
  settings: ProtocolConfig,
  rules: LintSettings,
): Promise<LintRun | undefined> {
  const { root } = config;
  return located({ settings, root, diagnostics, worth: "warning" }, async (found) => {
    const run = { settings, root, diagnostics: found, onProgress, fresh };
    const registry = await load(run);
    if (registry === undefined) return undefined;
    const protocol = lower(run, registry);
    const source = await openSource(settings, root);
    const linted = runLint(lintRules, { name: settings.name, registry, protocol, source }, rules);
    for (const { diagnostic } of linted.results) found.report(diagnostic);
    return linted;
  });
}

/** The registry's TypeScript, where it has some of the project's own. */
async function openSource(protocol: ProtocolConfig, root: string): Promise<RegistrySource | undefined> {
  const resolved = await resolveSource(root, protocol.source);
  if (resolved.kind !== "file" || resolved.isPackage || !/(?<!\.d)\.[mc]?ts$/u.test(resolved.file)) return undefined;
  const { openRegistrySource } = await import("../../rules/lint/source/open-registry-source.js");
  return openRegistrySource({ root, file: resolved.file, protocol });
}

/** An entry that hides nothing hides the next mistake. Only rules that ran can tell. */
function reportIgnores({ config, diagnostics }: LintRequest, settings: LintSettings, runs: readonly LintRun[]): void {
  const known = config.protocols.map(({ name }) => name);
  for (const entry of settings.ignore) {
    const { rule, path, protocol } = entry;
    if (protocol !== undefined && !known.includes(protocol)) {
      diagnostics.report(lintDiagnostics.create("unknown-protocol", { protocol, known }));
      continue;
    }
    const hasRun = runs.length === known.length && runs.some(({ ran }) => ran.includes(rule));
    const isUsed = runs.some(({ used }) => used.has(entry));
    if (hasRun && !isUsed) diagnostics.report(lintDiagnostics.create("unused-ignore", { rule, path }));
  }
}
