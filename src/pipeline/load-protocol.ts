import type { ProtocolConfig } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Protocol } from "../ir/types.js";
import { load, lower } from "./stages.js";

/** Loads and lowers one protocol; undefined where that failed, with the reasons reported. */
export async function loadProtocol(
  settings: ProtocolConfig,
  root: string,
  diagnostics: DiagnosticCollector,
): Promise<Protocol | undefined> {
  const run = { settings, root, diagnostics, onProgress: () => {} };
  const registry = await load(run);
  return registry === undefined ? undefined : lower(run, registry);
}
