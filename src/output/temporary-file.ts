const NAME = /^\.typewire-(\d+)-\d+\.tmp$/;

/** A name for a file that is being written; it stands in the folder of the file that it will become. */
export function temporaryName(process: number, counter: number): string {
  return `.typewire-${process}-${counter}.tmp`;
}

/** Whether a file name is one that `temporaryName` gives. */
export function isTemporary(name: string): boolean {
  return NAME.test(name);
}

/** Whether a temporary file's writer has ended without renaming it, so that nobody will. */
export function isLeftOver(name: string): boolean {
  const writer = Number(NAME.exec(name)?.[1]);
  return Number.isInteger(writer) && writer !== process.pid && !isAlive(writer);
}

function isAlive(writer: number): boolean {
  try {
    process.kill(writer, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, of somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
