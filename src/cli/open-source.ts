import { configFromArguments } from "../config/config-from-arguments.js";
import type { LoadedConfig } from "../config/load-config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { type Invocation, textOption } from "./cli-command.js";
import { cliDiagnostics } from "./diagnostics.js";
import { loadProjectConfig } from "./load-project-config.js";

/** What a command that writes no outputs works on. */
export interface OpenedSource {
  readonly config: LoadedConfig;
  /** The arguments that name no schema file, as many as the command takes at most. */
  readonly words: readonly string[];
}

/** How a command takes its arguments. */
export interface SourceRules {
  /** What a schema file looks like. */
  readonly isSchema?: RegExp;
  /** How many words may follow. */
  readonly words?: number;
}

/** The path of a schema module. */
export const MODULE_FILE = /\.[mc]?[jt]s$/u;
/** The path of a schema file; no definition, method or event has such a name. */
export const SCHEMA_FILE = /[\\/]|\.(?:[mc]?[jt]s|json)$/u;

/**
 * Opens what a command line names: the schema file that is its first argument, which needs no config, or else the config.
 * Undefined, with diagnostics, where that cannot be done.
 */
export async function openSource(
  invocation: Invocation,
  diagnostics: DiagnosticCollector,
  { isSchema = SCHEMA_FILE, words: most = Number.POSITIVE_INFINITY }: SourceRules = {},
): Promise<OpenedSource | undefined> {
  const { schema, words } = sourceArguments(invocation.arguments, isSchema);
  const unexpected = words[most];
  if (unexpected !== undefined) {
    diagnostics.report(cliDiagnostics.create("unexpected-argument", { argument: unexpected }));
    return undefined;
  }
  if (schema === undefined) {
    const config = await loadProjectConfig(invocation, diagnostics);
    return config === undefined ? undefined : { config, words };
  }
  if (refusesConfig(invocation, schema, diagnostics)) return undefined;
  const config = configFromArguments({ root: invocation.io.cwd, source: schema, out: ".", targets: [] });
  return { config: { ...config, sections: {} }, words };
}

/** The schema file that stands first among arguments, and the others. */
export function sourceArguments(
  given: readonly string[],
  isSchema: RegExp,
): { readonly schema: string | undefined; readonly words: readonly string[] } {
  const [first, ...rest] = given;
  return first !== undefined && isSchema.test(first)
    ? { schema: first, words: rest }
    : { schema: undefined, words: given };
}

/** Whether both a schema file and a config are named: one of them would be passed over without a word. */
export function refusesConfig({ options }: Invocation, schema: string, diagnostics: DiagnosticCollector): boolean {
  const config = textOption(options, "config");
  if (config !== undefined) diagnostics.report(cliDiagnostics.create("config-with-schema", { schema, config }));
  return config !== undefined;
}
