import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemReason } from "../../../output/system-reason.js";

/** Text that is kept until it can be printed, however much it is. */
export interface Spool {
  add(text: string): void;
  /** All that was added, in pieces. Once. */
  texts(): Iterable<string>;
  /** Forgets what it keeps. */
  close(): void;
}

/** Thrown where the system gives no room for a file. `message` is its reason, such as `ENOSPC`. */
export class NoRoomError extends Error {}

/** How many characters are kept in memory before they go to a file. */
const KEPT = 1024 * 1024;

/** Makes a spool that holds little in memory, and the rest in a file without a name. */
export function createSpool(): Spool {
  let kept = "";
  let file: number | undefined;
  const spill = (): void => {
    const bytes = Buffer.from(kept);
    file = append(file ?? openNameless(), bytes);
    kept = "";
  };
  return {
    add(text) {
      kept += text;
      if (kept.length >= KEPT) spill();
    },
    *texts() {
      if (file !== undefined) yield* readAll(file);
      yield kept;
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
      kept = "";
    },
  };
}

function append(file: number, bytes: Uint8Array): number {
  try {
    for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from);
    return file;
  } catch (error) {
    throw new NoRoomError(systemReason(error));
  }
}

/** Opens a file that is gone as soon as it is closed, whatever ends the process. */
function openNameless(): number {
  const path = join(tmpdir(), `typewire-${randomUUID()}`);
  try {
    const file = openSync(path, "wx+", 0o600);
    rmSync(path);
    return file;
  } catch (error) {
    throw new NoRoomError(systemReason(error));
  }
}

function* readAll(file: number): Iterable<string> {
  const bytes = Buffer.alloc(KEPT);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let position = 0;
  for (let length = readSync(file, bytes, 0, KEPT, 0); length > 0; length = readSync(file, bytes, 0, KEPT, position)) {
    position += length;
    yield decoder.decode(bytes.subarray(0, length), { stream: true });
  }
  yield decoder.decode();
}
