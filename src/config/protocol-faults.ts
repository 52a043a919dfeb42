import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CheckedConfig, CheckedProtocol } from "./config-schema.js";
import type { LocateKey } from "./config-faults.js";
import { configDiagnostics } from "./diagnostics.js";
import { keyPath } from "./key-path.js";
import type { TargetDescription } from "./target-description.js";

/** A config that matches its schema, and what is needed to say what is wrong with it all the same. */
export interface ProtocolsToCheck {
  readonly user: CheckedConfig;
  /** The config as messages name it. */
  readonly file: string;
  /** The targets that it may name. */
  readonly targets: readonly TargetDescription[];
}

const NAME = /^[A-Za-z0-9][\w.-]*$/u;

/** Finds protocols that would give nothing or whose names cannot be used: one finding each. */
export function protocolFaults(
  { user, file, targets: known }: ProtocolsToCheck,
  locate: LocateKey,
): readonly Diagnostic[] {
  const at = (keys: readonly string[]): { path: string; location?: NonNullable<ReturnType<LocateKey>> } => {
    const location = locate(keys);
    return location === undefined ? { path: keyPath(keys) } : { path: keyPath(keys), location };
  };
  const entries = Object.entries(user.protocols);
  if (entries.length === 0) return [configDiagnostics.create("no-protocols", { file }, at(["protocols"]))];
  return entries.flatMap(([name, { targets }]) => {
    const place = ["protocols", name];
    const badName = NAME.test(name) ? [] : [configDiagnostics.create("invalid-name", { name }, at(place))];
    const endings = known.flatMap((target) => {
      const fault = wrongEnding(target, targets[target.name]);
      const keys = [...place, "targets", target.name, "output"];
      if (fault === undefined) return [];
      return [configDiagnostics.create("invalid-value", { ...fault, path: keyPath(keys) }, at(keys))];
    });
    if (Object.keys(targets).length > 0) return [...badName, ...endings];
    const missing = { protocol: name, known: known.map((target) => target.name) };
    return [...badName, configDiagnostics.create("no-targets", missing, at([...place, "targets"]))];
  });
}

/** A path without the ending of its language makes a file that no compiler looks at. */
function wrongEnding(target: TargetDescription, wanted: CheckedProtocol["targets"][string] | undefined) {
  if (wanted === undefined || wanted === true || wanted.output === undefined) return undefined;
  const { output, committed: _committed, allow: _allow, ...options } = wanted;
  const ending = target.outputEnding?.(options);
  if (ending === undefined || output.endsWith(ending)) return undefined;
  const expected = `the path of a ${ending} file, since the output is one file`;
  return { expected, received: JSON.stringify(output), suggestion: `${output.replace(/\/+$/, "")}${ending}` };
}
