import { writeSync } from "node:fs";
import { Session } from "node:inspector";
import { workerData } from "node:worker_threads";

// Runs in a thread of its own while a module is imported, since nothing else can interrupt a loop that has no end: as a
// debugger it halts the main thread wherever that is, and calls there what ends the command.

/** What is called in the halted thread; see `startWatchdog`. */
const CALL = 'globalThis[Symbol.for("typewire.watchdog")]()';
/** How long a thread may take to halt, in milliseconds. One that waits for another program never does. */
const PATIENCE = 10_000;
/** After what time it is asked again, in milliseconds. */
const ATTEMPT = 500;

const data: unknown = workerData;
const { state, patience, words } = readData(data);
const WAITING = 0;
const BEGUN = 1;
Atomics.wait(state, 0, WAITING);
if (Atomics.wait(state, 0, BEGUN, patience) === "timed-out") interrupt();

/**
 * Halts the main thread, from a session of its own each time: a request to halt may be lost in a thread that only goes
 * from one promise to the next.
 */
function interrupt(): void {
  halt();
  setInterval(halt, ATTEMPT);
  setTimeout(kill, PATIENCE);
}

function halt(): void {
  const session = new Session();
  session.connectToMainThread();
  session.on("Debugger.paused", ({ params }) => {
    const [frame] = params.callFrames;
    // Between two turns of the event loop there is no frame to call in, and a frame may be one that cannot call.
    if (frame === undefined) return haltAgain(session);
    const call = { callFrameId: frame.callFrameId, expression: CALL };
    session.post("Debugger.evaluateOnCallFrame", call, () => haltAgain(session));
  });
  session.post("Debugger.enable");
  session.post("Debugger.pause");
}

function haltAgain(session: Session): void {
  session.post("Debugger.resume");
  session.post("Debugger.pause");
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
