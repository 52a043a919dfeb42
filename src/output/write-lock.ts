import { randomBytes } from "node:crypto";
import { lstatSync, lutimesSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isAlive, processSpace } from "./process-space.js";
import { systemReason } from "./system-reason.js";
import { temporaryName } from "./temporary-file.js";

/** What a run holds while it writes. */
export interface WriteLock {
  /** Tells those who wait that the holder lives. */
  beat(): void;
  release(): void;
}

/** How long to wait, in milliseconds. */
export interface LockPatience {
  /** Until another run has to have finished. */
  readonly total: number;
  /** Without a sign of life from a holder that cannot be asked. */
  readonly silence: number;
}

const FILE = ".typewire.lock";
const POLL = 50;
const PATIENCE: LockPatience = { total: 60_000, silence: 10_000 };
/** Where no lock can be made there is nothing to hold: what is written next will say why. */
const NO_LOCK: WriteLock = { beat: () => {}, release: () => {} };

/**
 * Waits until no other run writes in a project, and holds it for this one. A holder that was killed is known by its
 * process, or, where that is in another container, by a file that does not change any more: no clocks are compared.
 * Undefined where the other run does not end.
 */
export async function acquireWriteLock(
  root: string,
  onWait: () => void,
  patience: LockPatience = PATIENCE,
): Promise<WriteLock | undefined> {
  const file = join(root, FILE);
  const own = `${processSpace()} ${process.pid} ${randomBytes(8).toString("hex")}`;
  const started = performance.now();
  let [seen, seenAt] = ["", started];
  for (;;) {
    const made = create(file, own);
    if (made !== undefined) return made;
    const now = performance.now();
    const sign = signOf(file);
    if (sign !== seen) [seen, seenAt] = [sign, now];
    if (isDead(sign) || now - seenAt > patience.silence) takeAway(file, sign);
    else if (now - started > patience.total) return undefined;
    onWait();
    await delay(POLL);
  }
}

/** Undefined where somebody holds it. */
function create(file: string, own: string): WriteLock | undefined {
  try {
    writeFileSync(file, own, { flag: "wx" });
  } catch (error) {
    return systemReason(error) === "EEXIST" ? undefined : NO_LOCK;
  }
  const isOwn = (): boolean => textOf(file) === own;
  return {
    beat() {
      const now = new Date();
      if (isOwn()) lutimesSync(file, now, now);
    },
    release() {
      if (isOwn()) rmSync(file, { force: true });
    },
  };
}

/** All that can be seen of a lock: it changes as long as its holder lives. */
function signOf(file: string): string {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats === undefined ? "" : `${textOf(file)} ${stats.mtimeMs}`;
}

function isDead(sign: string): boolean {
  const [space, holder] = sign.split(" ");
  return space === processSpace() && !isAlive(Number(holder));
}

/** Another one who waits may have been quicker: what is taken away is looked at first, and put back if it is somebody's. */
function takeAway(file: string, sign: string): void {
  const aside = join(file, "..", temporaryName());
  try {
    renameSync(file, aside);
    if (signOf(aside) === sign) rmSync(aside, { recursive: true, force: true });
    else renameSync(aside, file);
  } catch {
    // It is gone already, or it may not be taken: then this run waits on.
  }
}

/** Empty where it is no file: a link or a pipe is nobody's lock, and goes when it does not change. */
function textOf(file: string): string {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, "utf8") : "";
  } catch {
    return "";
  }
}
