import type { ProtocolConfig } from "../config/config.js";
import { createDiagnosticList } from "../diagnostics/collector.js";
import type { Protocol } from "../ir/types.js";
import type { TargetNames } from "../rules/compare/compare-generated-names.js";
import { targets } from "../targets/index.js";

/** What the configured targets call things in two versions of a protocol. What they would report is not said here. */
export function generatedNames(
  settings: Pick<ProtocolConfig, "targets" | "names">,
  previous: Protocol,
  current: Protocol,
): readonly TargetNames[] {
  return settings.targets.flatMap(({ name, options }) => {
    const target = targets.find((known) => known.name === name);
    if (target?.names === undefined) return [];
    const context = { options, names: settings.names, diagnostics: createDiagnosticList() };
    return [{ target: name, previous: target.names(previous, context), current: target.names(current, context) }];
  });
}
