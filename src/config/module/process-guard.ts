import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { Writable } from "node:stream";
import { guardChildren } from "./child-guard.js";
import { rememberProcess } from "./process-state.js";

/** What a module does to the process beside being read. */
export type ProcessEvent =
  /** It would have ended it. For example `process.exit(0)`. */
  | { readonly kind: "ended"; readonly call: string; readonly error: Error }
  /** Something that it started threw or was rejected, and nobody caught it. */
  | { readonly kind: "fault"; readonly error: unknown }
  /** Nothing is left that could happen. */
  | { readonly kind: "idle" };

/** A time in which a process is watched. */
export interface ProcessWatch {
  readonly onEvent: (event: ProcessEvent) => void;
  /** How long a module may wait for another program, in milliseconds; 0 for ever. */
  readonly patience: number;
}

/** Keeps a process out of the reach of the modules that it imports. */
export interface ProcessGuard {
  /** Whether a module was imported under it, so that something of it may still be running. */
  readonly isUsed: boolean;
  /** Tells what a module does from now on, until the function that is given back makes the process as it was. */
  watch(watch: ProcessWatch): () => void;
  /** Gives the process back; what modules did between the times that they were watched. */
  release(): readonly ProcessEvent[];
}

/**
 * Makes a guard, which does nothing before it watches. `ownsOutput` where standard output belongs to the command alone:
 * what modules print then goes to standard error, for good.
 */
export function createProcessGuard({ ownsOutput }: { readonly ownsOutput: boolean }): ProcessGuard {
  const late: ProcessEvent[] = [];
  const remember = (event: ProcessEvent): void => void late.push(event);
  let tell = remember;
  let restore: (() => void) | undefined;
  return {
    get isUsed() {
      return restore !== undefined;
    },
    watch({ onEvent, patience }) {
      restore ??= install((event) => tell(event), ownsOutput ? patience : undefined);
      const undo = rememberProcess();
      tell = onEvent;
      return () => {
        tell = remember;
        undo();
      };
    },
    release() {
      restore?.();
      return late;
    },
  };
}

/** Without `patience` the process is somebody else's too, and only what would end it is kept from it. */
function install(tell: (event: ProcessEvent) => void, patience: number | undefined): () => void {
  const restore = rememberProcess();
  const undo = patience === undefined ? [] : [redirectOutput(), guardChildren(patience)];
  preventEnding(tell);
  keepListening(tell);
  syncBuiltinESMExports();
  return () => {
    restore();
    for (const one of undo) one();
    syncBuiltinESMExports();
  };
}

/** What the caller of `process.exit` gets in place of the end: it is told not to go on. */
class PreventedEnd extends Error {}

function preventEnding(tell: (event: ProcessEvent) => void): void {
  const { kill } = process;
  const prevent = (call: string): never => {
    const error = new PreventedEnd(`it called ${call}`);
    // Node's own `exit` sets this before anything else, and what is scheduled after it never runs.
    Reflect.set(process, "_exiting", false);
    tell({ kind: "ended", call, error });
    throw error;
  };
  const replacements = {
    exit: (code?: unknown): never => prevent(`process.exit(${code === undefined ? "" : String(code)})`),
    reallyExit: (code: unknown): never => prevent(`process.reallyExit(${String(code)})`),
    abort: (): never => prevent("process.abort()"),
    kill: (pid: unknown, signal?: string | number): boolean =>
      isOwn(pid) && signal !== 0 ? prevent("process.kill on its own process") : kill(Number(pid), signal),
  };
  Object.assign(process, replacements);
}

/** Whether a signal to this process or group would reach the process itself. */
function isOwn(pid: unknown): boolean {
  return Number(pid) === process.pid || Number(pid) <= 0;
}

/** A module may take all listeners away, and these with them; then they are put back. */
function keepListening(tell: (event: ProcessEvent) => void): void {
  const fault = (error: unknown): void => {
    if (!(error instanceof PreventedEnd)) tell({ kind: "fault", error });
  };
  const listeners = {
    uncaughtException: fault,
    unhandledRejection: fault,
    beforeExit: () => tell({ kind: "idle" }),
  };
  const listen = (): void => {
    for (const [event, listener] of Object.entries(listeners)) {
      if (!process.rawListeners(event).includes(listener)) process.on(event, listener);
    }
  };
  for (const name of ["off", "removeListener", "removeAllListeners"] as const) {
    const method = process[name];
    const replacement = (...given: readonly unknown[]): unknown => {
      const result: unknown = Reflect.apply(method, process, given);
      listen();
      return result;
    };
    Object.defineProperty(process, name, { value: replacement, configurable: true, writable: true });
  }
  listen();
}

/** Lets whatever is printed go to standard error: through the streams of the process, and beside them. */
function redirectOutput(): () => void {
  const { write, writeSync } = fs;
  const error = Object.getOwnPropertyDescriptor(process, "stderr");
  const open = (): NodeJS.WriteStream => Reflect.apply(error?.get ?? (() => process.stderr), process, []);
  let stream: Writable | undefined;
  // What a module puts in the place of a method of this stream is of no consequence for ours.
  const standIn = (): Writable =>
    (stream ??= new Writable({ write: (chunk, encoding, done) => void open().write(chunk, encoding, () => done()) }));
  for (const name of ["stdout", "stderr"]) {
    Object.defineProperty(process, name, { get: standIn, configurable: true, enumerable: true });
  }
  const redirect =
    (method: typeof write | typeof writeSync) =>
    (file: unknown, ...rest: readonly unknown[]): unknown =>
      Reflect.apply(method, fs, [file === 1 ? 2 : file, ...rest]);
  // What `promisify` reads of it is copied too.
  const replaced = Object.defineProperties(redirect(write), Object.getOwnPropertyDescriptors(write));
  Object.assign(fs, { write: replaced, writeSync: redirect(writeSync) });
  return () => void Object.assign(fs, { write, writeSync });
}
