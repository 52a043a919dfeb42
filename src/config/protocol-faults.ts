import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CheckedConfig } from "./config-schema.js";
import type { LocateKey } from "./config-faults.js";
import { configDiagnostics } from "./diagnostics.js";
import { keyPath } from "./key-path.js";

/** A config that matches its schema, and what is needed to say what is wrong with it all the same. */
export interface ProtocolsToCheck {
  readonly user: CheckedConfig;
  /** The config as messages name it. */
  readonly file: string;
  /** The targets that it may name. */
  readonly known: readonly string[];
}

const NAME = /^[A-Za-z0-9][\w.-]*$/u;

/** Finds protocols that would give nothing or whose names cannot be used: one finding each. */
export function protocolFaults({ user, file, known }: ProtocolsToCheck, locate: LocateKey): readonly Diagnostic[] {
  const at = (keys: readonly string[]): { path: string; location?: NonNullable<ReturnType<LocateKey>> } => {
    const location = locate(keys);
    return location === undefined ? { path: keyPath(keys) } : { path: keyPath(keys), location };
  };
  const entries = Object.entries(user.protocols);
  if (entries.length === 0) return [configDiagnostics.create("no-protocols", { file }, at(["protocols"]))];
  return entries.flatMap(([name, { targets }]) => {
    const place = ["protocols", name];
    const badName = NAME.test(name) ? [] : [configDiagnostics.create("invalid-name", { name }, at(place))];
    if (Object.keys(targets).length > 0) return badName;
    return [...badName, configDiagnostics.create("no-targets", { protocol: name, known }, at([...place, "targets"]))];
  });
}
