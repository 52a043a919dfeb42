import { text } from "node:stream/consumers";
import type { Io, OutputStream } from "./io.js";

/** The running process as commands see it. */
export function processIo(): Io {
  return {
    stdout: outputStream(process.stdout),
    stderr: outputStream(process.stderr),
    readInput: () => text(process.stdin),
    interrupted: () => interrupted(),
    cwd: process.cwd(),
    env: process.env,
  };
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => resolve());
  });
}

function outputStream(stream: NodeJS.WriteStream): OutputStream {
  // A reader that has seen enough (`| head`) closes its end; that is no failure of the command.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  // The property is missing, not false, where the stream is no terminal.
  return { write: (printed) => void stream.write(printed), isTerminal: Boolean(stream.isTTY) };
}
