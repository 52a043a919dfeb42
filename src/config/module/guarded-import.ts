import { moduleHost } from "./module-host.js";
import { createProcessGuard, type ProcessEvent } from "./process-guard.js";

/** What came of an import: the module, what it threw, or what it did instead of being read. */
export type Imported =
  | { readonly kind: "loaded"; readonly loaded: unknown }
  | { readonly kind: "threw"; readonly error: unknown }
  | { readonly kind: "slow"; readonly seconds: number }
  | ProcessEvent;

const LAST = Symbol.for("typewire.imports");

/**
 * Imports a module by its address, and keeps from it what is not its own: the process. The first thing that it does
 * beside being read is the outcome, and what it changes is changed back. Never throws, and always ends.
 */
export async function guardedImport(url: string): Promise<Imported> {
  // There is one process: two modules at a time could not be told apart.
  const former: unknown = Reflect.get(globalThis, LAST);
  const imported = Promise.resolve(former).then(() => importAlone(url));
  Reflect.set(globalThis, LAST, imported);
  return imported;
}

async function importAlone(url: string): Promise<Imported> {
  const { patience, guard: owned } = moduleHost();
  const guard = owned ?? createProcessGuard({ ownsOutput: false });
  let first: Imported | undefined;
  let tell = (event: Imported): void => void (first ??= event);
  const interrupted = new Promise<Imported>((resolve) => {
    tell = (event) => resolve((first ??= event));
  });
  const slow = { kind: "slow", seconds: patience / 1000 } as const;
  // It must not keep the process from finding out that nothing can happen any more.
  const timer = patience === 0 ? undefined : setTimeout(() => tell(slow), patience).unref();
  const leave = guard.watch({ onEvent: (event) => tell(event), patience });
  try {
    const outcome = await Promise.race([load(url), interrupted]);
    // A rejection that nobody handles is told after all that can be done at once.
    await new Promise((resolve) => setImmediate(resolve));
    return first ?? outcome;
  } finally {
    clearTimeout(timer);
    leave();
    if (owned === undefined) guard.release();
  }
}

async function load(url: string): Promise<Imported> {
  try {
    const loaded: unknown = await import(url);
    return { kind: "loaded", loaded };
  } catch (error) {
    return { kind: "threw", error };
  }
}
