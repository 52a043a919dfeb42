import { posix } from "node:path";
import { Value } from "@sinclair/typebox/value";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { isRecord } from "../support/json.js";
import type { ProtocolConfig, TargetConfig } from "./config.js";
import { defaultExportNames } from "./default-export-names.js";
import type { UserProtocol, UserTarget } from "./define-config.js";
import { configDiagnostics } from "./diagnostics.js";
import { projectPath } from "./module/project-path.js";
import type { TargetDescription } from "./target-description.js";

/** A protocol of the config, valid against the schema, and what its defaults depend on. */
export interface ProtocolToResolve {
  readonly name: string;
  readonly protocol: UserProtocol;
  readonly root: string;
  readonly targets: readonly TargetDescription[];
  readonly diagnostics: DiagnosticCollector;
}

const NAME = /^[A-Za-z0-9][\w.-]*$/u;

/** Fills in a protocol's defaults. An output is `generated/<protocol>/…` unless the config names it. */
export function resolveProtocol(input: ProtocolToResolve): ProtocolConfig | undefined {
  const { name, protocol, root, targets, diagnostics } = input;
  const place = { path: `protocols.${name}` };
  if (!NAME.test(name)) diagnostics.report(configDiagnostics.create("invalid-name", { name }, place));
  const chosen = Object.entries(protocol.targets);
  if (chosen.length === 0) {
    const known = targets.map((target) => target.name);
    diagnostics.report(configDiagnostics.create("no-targets", { protocol: name, known }, place));
  }
  if (!NAME.test(name) || chosen.length === 0) return undefined;
  const outputFolder = posix.join("generated", name);
  const { source, exports = {}, title, id, description, frames } = protocol;
  return {
    name,
    source: isPathOf(source) ? projectPath(root, source) : source,
    exports: { ...defaultExportNames, ...exports },
    title,
    id,
    description,
    frames,
    docs: protocol.docs ?? "schema",
    methods: protocol.methods ?? {},
    events: protocol.events ?? {},
    kinds: protocol.kinds ?? {},
    targets: targets.flatMap((target) => resolveTarget(target, protocol.targets[target.name], { root, outputFolder })),
  };
}

/** A bare name may be a package, and is left as it is. */
function isPathOf(source: string): boolean {
  return source.startsWith(".") || source.startsWith("/") || source.includes("\\");
}

/** One target with its defaults; none where the protocol does not want it. */
export function resolveTarget(
  target: TargetDescription,
  wanted: UserTarget | true | undefined,
  { root, outputFolder }: { readonly root: string; readonly outputFolder: string },
): readonly TargetConfig[] {
  if (wanted === undefined) return [];
  const { output, ...given } = wanted === true ? { output: undefined } : wanted;
  const filled: unknown = Value.Default(target.options, structuredClone(given));
  const options = isRecord(filled) ? filled : {};
  const path = output === undefined ? posix.join(outputFolder, target.defaultOutput) : projectPath(root, output);
  return [{ name: target.name, output: path, options }];
}
