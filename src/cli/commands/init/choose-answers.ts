import { defaultExportNames } from "../../../config/default-export-names.js";
import type { DiagnosticCollector } from "../../../diagnostics/collector.js";
import type { InitChoices } from "../../../workflows/init/choices.js";
import { initDiagnostics } from "../../../workflows/init/diagnostics.js";
import { findSources } from "../../../workflows/init/find-sources.js";
import { type HookManager, hookManagers } from "../../../workflows/init/hook-manager.js";
import { packageManagers } from "../../../workflows/init/package-manager.js";
import { sourceExists } from "../../../workflows/init/plan.js";
import type { ProjectFacts } from "../../../workflows/init/project-facts.js";
import { nearest } from "../../../support/nearest.js";
import { targets } from "../../../targets/index.js";
import { type Invocation, textOption } from "../../cli-command.js";
import { cliDiagnostics } from "../../diagnostics.js";
import { ask, type GivenAnswers } from "./ask.js";

/**
 * Puts the decisions together: from the command line, else as found in the project (`--yes`), else as answered on the
 * terminal. Undefined, with a finding unless a person has broken off, where that is not enough.
 */
export async function chooseAnswers(
  { io, options }: Invocation,
  facts: ProjectFacts,
  diagnostics: DiagnosticCollector,
): Promise<InitChoices | undefined> {
  const names = textOption(options, "targets")
    ?.split(",")
    .map((name) => name.trim());
  if (names !== undefined && !areTargets(names, diagnostics)) return undefined;
  const given: GivenAnswers = {
    source: textOption(options, "source"),
    targets: names,
    hook: hookManagers.find((name) => name === textOption(options, "hook")),
    packageManager: Object.values(packageManagers).find(({ name }) => name === textOption(options, "packageManager"))
      ?.name,
  };
  if (given.source !== undefined && !(await sourceExists(facts.folder, given.source))) {
    diagnostics.report(initDiagnostics.create("source-not-found", { source: given.source }));
    return undefined;
  }
  const sources = given.source === undefined ? findSources(facts.folder, defaultExportNames.schemas) : [];
  if (options["yes"] === true) return asFound(given, { facts, sources, diagnostics });
  if (io.stdout.isTerminal && process.stdin.isTTY) return ask(given, { facts, sources });
  diagnostics.report(initDiagnostics.create("nobody-to-ask", {}));
  return undefined;
}

function areTargets(names: readonly string[], diagnostics: DiagnosticCollector): boolean {
  const known = targets.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  for (const name of unknown) {
    diagnostics.report(cliDiagnostics.create("unknown-target", { name, suggestion: nearest(name, known), known }));
  }
  return unknown.length === 0;
}

interface Found {
  readonly facts: ProjectFacts;
  readonly sources: readonly string[];
  readonly diagnostics: DiagnosticCollector;
}

function asFound(given: GivenAnswers, { facts, sources, diagnostics }: Found): InitChoices | undefined {
  const [only, second] = sources;
  const source = given.source ?? (second === undefined ? only : undefined);
  if (source === undefined) {
    const exportName = defaultExportNames.schemas;
    diagnostics.report(
      only === undefined
        ? initDiagnostics.create("no-source", { exportName })
        : initDiagnostics.create("several-sources", { sources }),
    );
    return undefined;
  }
  const hook: HookManager = given.hook ?? facts.hookManager;
  const packageManager = given.packageManager ?? facts.packageManager;
  return { source, targets: given.targets ?? targets.map(({ name }) => name), hook, packageManager };
}
