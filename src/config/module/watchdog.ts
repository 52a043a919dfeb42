import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../support/package-root.js";

/** What a watchdog watches for. */
export interface Watch {
  /** How long the main thread may take, in milliseconds. */
  readonly patience: number;
  /** Called on top of whatever the main thread does when it has taken longer. It ends the process. */
  readonly onBlocked: () => void;
  /** Printed where the thread cannot even be halted, before the process is killed. */
  readonly words: string;
}

/** A watchdog that waits to begin. */
export interface Watchdog {
  begin(): void;
  end(): void;
}

const HOOK = Symbol.for("typewire.watchdog");

/** What the thread waits for, in the word of memory that it shares: to begin, and then to end. */
const [BEGUN, ENDED] = [1, 2] as const;

/** Starts a thread that watches the main one from `begin` to `end`. */
export function startWatchdog({ patience, onBlocked, words }: Watch): Watchdog {
  const state = new Int32Array(new SharedArrayBuffer(4));
  const enter = (value: number): void => {
    Atomics.store(state, 0, value);
    Atomics.notify(state, 0);
  };
  const end = (): void => {
    enter(ENDED);
    Reflect.deleteProperty(globalThis, HOOK);
  };
  const blocked = (): void => {
    end();
    onBlocked();
  };
  Object.defineProperty(globalThis, HOOK, { value: blocked, configurable: true });
  const thread = join(packageRoot(import.meta.dirname), "dist", "watchdog.js");
  const worker = new Worker(thread, { workerData: { state, patience, words }, env: {}, execArgv: [] });
  // A system that gives no second thread has no watchdog.
  worker.on("error", () => {});
  worker.unref();
  return { begin: () => enter(BEGUN), end };
}
