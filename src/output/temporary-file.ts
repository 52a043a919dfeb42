import { randomBytes } from "node:crypto";
import { isAlive, processSpace } from "./process-space.js";

const NAME = /^\.typewire-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.tmp$/;
/** No run writes for as long. Of a run in another container there is nothing else to go by. */
const LONGEST_RUN = 3_600_000;

/**
 * A name for a file that is being written; it stands in the folder of the file that it will become. Nobody can tell it
 * beforehand, so nobody can have put a link there.
 */
export function temporaryName(writer = process.pid, space = processSpace()): string {
  return `.typewire-${space}-${writer}-${randomBytes(8).toString("hex")}.tmp`;
}

/** Whether a file name is one that `temporaryName` gives. */
export function isTemporary(name: string): boolean {
  return NAME.test(name);
}

/** Whether a temporary file's writer has ended without renaming it, so that nobody will. `age` is in milliseconds. */
export function isLeftOver(name: string, age: number): boolean {
  const [, space, writer] = NAME.exec(name) ?? [];
  if (space === undefined) return false;
  return age > LONGEST_RUN || (space === processSpace() && !isAlive(Number(writer)));
}
