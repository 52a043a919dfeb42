import type { Config } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Protocol } from "../ir/types.js";
import { loadProtocol } from "../pipeline/load-protocol.js";
import { nearest } from "../support/nearest.js";
import { cliDiagnostics } from "./diagnostics.js";

/** Loads and lowers the protocols of a config, or the only one that is asked for. A name that it has not is reported. */
export async function lowerProtocols(
  config: Config,
  only: string | undefined,
  diagnostics: DiagnosticCollector,
): Promise<readonly Protocol[]> {
  const names = config.protocols.map(({ name }) => name);
  if (only !== undefined && !names.includes(only)) {
    const suggestion = nearest(only, names);
    diagnostics.report(cliDiagnostics.create("unknown-protocol", { name: only, suggestion, known: names }));
  }
  const protocols: Protocol[] = [];
  for (const settings of config.protocols) {
    if (only !== undefined && settings.name !== only) continue;
    const protocol = await loadProtocol(settings, config.root, diagnostics);
    if (protocol !== undefined) protocols.push(protocol);
  }
  return protocols;
}
