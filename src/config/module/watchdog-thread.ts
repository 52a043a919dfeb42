import { writeSync } from "node:fs";
import { Session } from "node:inspector";
import { workerData } from "node:worker_threads";

// Runs in a thread of its own while a module is imported, since nothing else can interrupt a loop that has no end: as a
// debugger it halts the main thread wherever that is, and calls there what ends the command.

/** What is called in the halted thread; see `startWatchdog`. */
const CALL = 'globalThis[Symbol.for("typewire.watchdog")]()';
/** How long a thread may take to halt, in milliseconds. One that waits for another program never does. */
const PATIENCE = 10_000;

const data: unknown = workerData;
const { state, patience, words } = readData(data);
const WAITING = 0;
const BEGUN = 1;
Atomics.wait(state, 0, WAITING);
if (Atomics.wait(state, 0, BEGUN, patience) === "timed-out") interrupt();

function interrupt(): void {
  const session = new Session();
  session.connectToMainThread();
  session.on("Debugger.paused", ({ params }) => {
    const [frame] = params.callFrames;
    if (frame === undefined) return;
    session.post("Debugger.evaluateOnCallFrame", { callFrameId: frame.callFrameId, expression: CALL });
  });
  session.post("Debugger.enable");
  session.post("Debugger.pause");
  setTimeout(kill, PATIENCE);
}

function kill(): void {
  if (Atomics.load(state, 0) !== BEGUN) return;
  writeSync(2, words);
  process.kill(process.pid, "SIGKILL");
}

interface WatchdogData {
  readonly state: Int32Array;
  readonly patience: number;
  readonly words: string;
}

function isData(value: unknown): value is WatchdogData {
  return typeof value === "object" && value !== null && "state" in value && "patience" in value && "words" in value;
}

function readData(given: unknown): WatchdogData {
  if (!isData(given)) throw new Error("internal error: the watchdog was started without its data");
  return given;
}
