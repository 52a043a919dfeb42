import { posix } from "node:path";
import type { CheckedProtocol } from "./config-schema.js";
import type { ProtocolConfig, TargetConfig } from "./config.js";
import { defaultExportNames } from "./default-export-names.js";
import { projectPath } from "./module/project-path.js";
import type { TargetDescription } from "./target-description.js";

/** A protocol of the config, valid against the schema, and what its defaults depend on. */
export interface ProtocolToResolve {
  readonly name: string;
  readonly protocol: CheckedProtocol;
  readonly root: string;
  readonly targets: readonly TargetDescription[];
}

/** Fills in a protocol's defaults. An output is `generated/<protocol>/…` unless the config names it. */
export function resolveProtocol(input: ProtocolToResolve): ProtocolConfig {
  const { name, protocol, root, targets } = input;
  const outputFolder = posix.join("generated", name);
  const { source, exports = {}, title, id, description, frames } = protocol;
  return {
    name,
    source: isPathOf(source) ? projectPath(root, source) : source,
    exports: { ...defaultExportNames, ...exports },
    title,
    id,
    description,
    names: protocol.names ?? {},
    frames,
    docs: protocol.docs ?? "schema",
    methods: protocol.methods ?? {},
    events: protocol.events ?? {},
    kinds: protocol.kinds ?? {},
    ...(protocol.handlers === undefined ? {} : { handlers: projectPath(root, protocol.handlers) }),
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
  wanted: CheckedProtocol["targets"][string] | undefined,
  { root, outputFolder }: { readonly root: string; readonly outputFolder: string },
): readonly TargetConfig[] {
  if (wanted === undefined) return [];
  const { output, committed = true, allow = [], ...options } = wanted === true ? {} : wanted;
  const path = output === undefined ? posix.join(outputFolder, target.defaultOutput) : projectPath(root, output);
  return [{ name: target.name, output: path, committed, allow, options }];
}
