import { configFromArguments } from "../config/config-from-arguments.js";
import type { Config } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { RepairCommand } from "../output/check-outputs.js";
import { nearest } from "../support/nearest.js";
import { targets } from "../targets/index.js";
import { type Invocation, textOption } from "./cli-command.js";
import { cliDiagnostics } from "./diagnostics.js";
import { refusesConfig } from "./open-source.js";
import { loadProjectConfig, type Reading } from "./load-project-config.js";

/** What `generate` and `check` work on. */
export interface OpenedConfig {
  readonly config: Config;
  /** Names of the targets that were asked for; empty for all. */
  readonly targets: readonly string[];
  readonly repair: RepairCommand;
}

// No target has a dot or a slash in its name, and every path of a schema file has.
const SCHEMA_FILE = /[\\/.]/;

/**
 * Reads a command line such as `swift typescript` against the config, or such as `path/to/schema.ts --out dir` without
 * one. Undefined, with diagnostics, where that cannot be done.
 */
export async function openConfig(
  invocation: Invocation,
  diagnostics: DiagnosticCollector,
  reading: Reading = {},
): Promise<OpenedConfig | undefined> {
  const known = targets.map(({ name }) => name);
  const names = invocation.arguments.filter((argument) => known.includes(argument) || !SCHEMA_FILE.test(argument));
  const unknown = names.filter((name) => !known.includes(name));
  for (const name of unknown) {
    diagnostics.report(cliDiagnostics.create("unknown-target", { name, suggestion: nearest(name, known), known }));
  }
  if (unknown.length > 0) return undefined;
  const [schema, second] = invocation.arguments.filter((argument) => !names.includes(argument));
  if (schema === undefined) return fromFile(invocation, { names, reading }, diagnostics);
  if (second !== undefined) {
    diagnostics.report(cliDiagnostics.create("several-schemas", { first: schema, second }));
    return undefined;
  }
  return fromSchema(invocation, { schema, names }, diagnostics);
}

async function fromFile(
  invocation: Invocation,
  { names, reading }: { readonly names: readonly string[]; readonly reading: Reading },
  diagnostics: DiagnosticCollector,
): Promise<OpenedConfig | undefined> {
  if (textOption(invocation.options, "out") !== undefined) {
    diagnostics.report(cliDiagnostics.create("out-without-schema", {}));
    return undefined;
  }
  const file = textOption(invocation.options, "config");
  const config = await loadProjectConfig(invocation, diagnostics, reading);
  if (config === undefined) return undefined;
  const configured = [...new Set(config.protocols.flatMap((protocol) => protocol.targets.map(({ name }) => name)))];
  const absent = names.filter((name) => !configured.includes(name));
  for (const name of absent) {
    diagnostics.report(cliDiagnostics.create("target-not-configured", { name, configured }));
  }
  if (absent.length > 0) return undefined;
  const suffix = file === undefined ? "" : ` --config ${file}`;
  return { config, targets: names, repair: (target) => `typewire generate ${target}${suffix}` };
}

function fromSchema(
  invocation: Invocation,
  { schema, names }: { readonly schema: string; readonly names: readonly string[] },
  diagnostics: DiagnosticCollector,
): OpenedConfig | undefined {
  const { io, options } = invocation;
  if (refusesConfig(invocation, schema, diagnostics)) return undefined;
  const out = textOption(options, "out");
  if (out === undefined) {
    diagnostics.report(cliDiagnostics.create("schema-without-out", { schema }));
    return undefined;
  }
  const config = configFromArguments({ root: io.cwd, source: schema, out, targets });
  return { config, targets: names, repair: (target) => `typewire generate ${schema} ${target} --out ${out}` };
}
