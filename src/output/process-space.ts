import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/**
 * A name for all processes that this one can see by their numbers: those of one machine since it was started, or of one
 * container of it. A number of another space says nothing here. For example `3f9a0c11`.
 */
export function processSpace(): string {
  const parts = [hostname(), read(() => readlinkSync("/proc/self/ns/pid")), read(bootId)];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 8);
}

/** Whether a process of this one's space is there. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, of somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function bootId(): string {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
}

/** Empty where the system has no such file. */
function read(file: () => string): string {
  try {
    return file();
  } catch {
    return "";
  }
}
