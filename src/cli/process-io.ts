import { text } from "node:stream/consumers";
import type { Io, OutputStream } from "./io.js";

/** The running process as commands see it. */
export function processIo(): Io {
  return {
    stdout: outputStream(() => process.stdout),
    stderr: outputStream(() => process.stderr),
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

/** A stream that is opened when it is first used: to open both takes time that most commands need not spend. */
function outputStream(open: () => NodeJS.WriteStream): OutputStream {
  let opened: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => (opened ??= listened(open()));
  return {
    write: (printed) => void stream().write(printed),
    // The property is missing, not false, where the stream is no terminal.
    get isTerminal() {
      return Boolean(stream().isTTY);
    },
  };
}

/** A reader that has seen enough (`| head`) closes its end; that is no failure of the command. */
function listened(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
