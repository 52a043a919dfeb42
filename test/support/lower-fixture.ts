import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ProtocolConfig } from "../../src/config/config.js";
import { configFromArguments } from "../../src/config/config-from-arguments.js";
import { loadConfig } from "../../src/config/load-config.js";
import { createDiagnosticList } from "../../src/diagnostics/collector.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { lower } from "../../src/ir/lower/lower.js";
import type { Protocol } from "../../src/ir/types.js";
import { loadRegistry } from "../../src/registry/load-registry.js";
import { targets } from "../../src/targets/index.js";

/** What lowering a fixture gave and found. */
export interface LoweredFixture {
  readonly protocol: Protocol | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const SOURCES = ["schema.ts", "protocol.schema.json"];

/** Loads and lowers the registry of a fixture folder, as its `typewire.config.json` says where it has one. */
export async function lowerFixture(folder: string): Promise<LoweredFixture> {
  const found = createDiagnosticList();
  const config = existsSync(join(folder, "typewire.config.json"))
    ? await loadConfig({ root: folder, targets }, found)
    : configFromArguments({ root: folder, source: sourceIn(folder), out: "generated", targets });
  const [settings] = config?.protocols ?? [];
  const protocol = settings === undefined ? undefined : await lowerSettings(folder, settings, found);
  return { protocol, diagnostics: found.diagnostics };
}

async function lowerSettings(
  root: string,
  settings: ProtocolConfig,
  diagnostics: ReturnType<typeof createDiagnosticList>,
) {
  const registry = await loadRegistry(settings, { root, diagnostics });
  return registry === undefined ? undefined : lower(registry, settings, diagnostics);
}

function sourceIn(folder: string): string {
  return SOURCES.find((name) => existsSync(join(folder, name))) ?? "schema.ts";
}
