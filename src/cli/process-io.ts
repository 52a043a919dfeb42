import { fstatSync, writeSync } from "node:fs";
import { isatty } from "node:tty";
import type { Io, OutputStream } from "./io.js";

/** The running process as commands see it. */
export function processIo(): Io {
  const { exit } = process;
  return {
    stdout: isFile(1) ? fileStream(1) : outputStream("stdout"),
    stderr: isFile(2) ? fileStream(2) : outputStream("stderr"),
    readInput: () => process.stdin,
    interrupted: () => interrupted(),
    cwd: process.cwd(),
    env: process.env,
    process: { end: (code) => exit(code) },
  };
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => resolve());
  });
}

/**
 * A stream that is opened when it is first used: to open both takes time that most commands need not spend. It is the
 * process's own even where a module has been given another in its place.
 */
function outputStream(name: "stdout" | "stderr"): OutputStream {
  const property = Object.getOwnPropertyDescriptor(process, name);
  let fault: string | undefined;
  let opened: NodeJS.WriteStream | undefined;
  const open = (): NodeJS.WriteStream => {
    const stream: NodeJS.WriteStream = property?.get === undefined ? process[name] : property.get.call(process);
    return stream.on("error", (error: NodeJS.ErrnoException) => (fault ??= error.code ?? error.message));
  };
  const stream = (): NodeJS.WriteStream => (opened ??= open());
  return {
    write(text) {
      if (fault === undefined) stream().write(text);
    },
    flushed: () =>
      new Promise((resolve) => {
        if (opened === undefined || fault !== undefined) resolve();
        else opened.write("", () => resolve());
      }),
    get fault() {
      return fault;
    },
    // The property is missing, not false, where the stream is no terminal.
    get isTerminal() {
      return Boolean(stream().isTTY);
    },
  };
}

/** Whether what is printed goes to a file or a device. */
function isFile(descriptor: number): boolean {
  try {
    // Without `bigint` Node 20 leaves the state of a pipe where its next search for the real path of a module reads it.
    const stats = fstatSync(descriptor, { bigint: true });
    return stats.isFile() || (stats.isCharacterDevice() && !isatty(descriptor));
  } catch {
    return false;
  }
}

/** A file as a stream. Node's own loses the rest, without a word, where a disk takes only a part. */
function fileStream(descriptor: number): OutputStream {
  // What modules print goes elsewhere once one was imported, through the very same name; this is still the file's own.
  const write = writeSync;
  let fault: string | undefined;
  return {
    write(text) {
      if (fault !== undefined) return;
      const bytes = Buffer.from(text);
      try {
        for (let from = 0; from < bytes.length;) from += write(descriptor, bytes, from);
      } catch (error) {
        fault = error instanceof Error && "code" in error ? String(error.code) : String(error);
      }
    },
    flushed: async () => {},
    get fault() {
      return fault;
    },
    isTerminal: false,
  };
}
