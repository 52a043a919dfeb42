import { AsyncLocalStorage } from "node:async_hooks";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ProcessGuard } from "./process-guard.js";

/** For whom modules are imported. Without one, as for programs that call the API, a module may take ten seconds. */
export interface ModuleHost {
  /** How long a module may take, in milliseconds; 0 for no limit. */
  readonly patience: number;
  /** The guard of a process that is there for one command alone. */
  readonly guard?: ProcessGuard;
  /** Loads what reports a module that never gives the thread back. That has to be at hand before the module begins. */
  readonly prepare?: () => Promise<Emergency>;
}

/** Reports a finding at once, from within a module that does not end. `root` is what its files are relative to. */
export type Emergency = (root: string, diagnostic: Diagnostic) => void;

const PATIENCE = 10_000;
const hosts = new AsyncLocalStorage<ModuleHost>();

/** Runs something whose imports of modules belong to a host. For example `hostModules(host, () => command.run())`. */
export function hostModules<T>(host: ModuleHost, run: () => T): T {
  return hosts.run(host, run);
}

/** The host of the present imports. */
export function moduleHost(): ModuleHost {
  return hosts.getStore() ?? { patience: PATIENCE };
}
