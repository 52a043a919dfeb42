import type { ChildProcess, SpawnSyncOptions, StdioOptions } from "node:child_process";
import { isRecord } from "../../support/json.js";

/**
 * Lets the programs that modules start print to standard error rather than to standard output, and ends those that are
 * waited for after a while: while the thread waits, nothing else can. Gives back what undoes it.
 */
export function guardChildren(patience: number): () => void {
  const programs = process.getBuiltinModule("node:child_process");
  const { spawnSync, execSync, execFileSync, ChildProcess: Child } = programs;
  const limit = (options: SpawnSyncOptions): SpawnSyncOptions => ({
    ...redirected(options),
    ...(patience === 0 ? {} : { timeout: Math.min(options.timeout ?? patience, patience), killSignal: "SIGKILL" }),
  });
  Object.assign(programs, {
    spawnSync: withOptions(spawnSync, limit),
    execSync: withOptions(execSync, limit),
    execFileSync: withOptions(execFileSync, limit),
  });
  const prototype: unknown = Child.prototype;
  if (!isRecord(prototype) || typeof prototype["spawn"] !== "function") return () => {};
  const { spawn } = prototype;
  Object.assign(prototype, {
    spawn(this: ChildProcess, options: SpawnSyncOptions): unknown {
      return Reflect.apply(spawn, this, [redirected(options)]);
    },
  });
  return () => {
    Object.assign(programs, { spawnSync, execSync, execFileSync });
    Object.assign(prototype, { spawn });
  };
}

type AnyFunction = (...given: never[]) => unknown;

/** The same function, with other options: they are its last argument, which may be missing. */
function withOptions(method: AnyFunction, change: (options: SpawnSyncOptions) => SpawnSyncOptions): AnyFunction {
  return (...given: readonly unknown[]) => {
    const last = given.at(-1);
    const rest = isRecord(last) || last === undefined ? given.slice(0, -1) : given;
    return Reflect.apply(method, undefined, [...rest, change(isRecord(last) ? last : {})]);
  };
}

function redirected<T extends { readonly stdio?: StdioOptions | undefined }>(options: T): T {
  const { stdio } = options;
  if (stdio === "inherit") return { ...options, stdio: [0, 2, 2] };
  if (!Array.isArray(stdio)) return options;
  return { ...options, stdio: stdio.map((entry, index) => (isOutput(entry, index) ? 2 : entry)) };
}

function isOutput(entry: unknown, index: number): boolean {
  return entry === 1 || entry === process.stdout || (entry === "inherit" && index === 1);
}
