import { text } from "node:stream/consumers";
import type { Io, OutputStream } from "./io.js";

/** The running process as commands see it. */
export function processIo(): Io {
  const { exit } = process;
  const stdout = processStream("stdout");
  const stderr = processStream("stderr");
  return {
    stdout,
    stderr,
    readInput: () => text(process.stdin),
    interrupted: () => interrupted(),
    cwd: process.cwd(),
    env: process.env,
    process: {
      flushed: async () => (await stdout.flushed()) ?? (await stderr.flushed()),
      end: (code) => exit(code),
    },
  };
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => resolve());
  });
}

interface ProcessStream extends OutputStream {
  /** Ends when everything that was written has left; the reason where it could not. */
  readonly flushed: () => Promise<string | undefined>;
}

/**
 * A stream that is opened when it is first used: to open both takes time that most commands need not spend. It is the
 * process's own even where a module has been given another in its place.
 */
function processStream(name: "stdout" | "stderr"): ProcessStream {
  const property = Object.getOwnPropertyDescriptor(process, name);
  let opened: NodeJS.WriteStream | undefined;
  let failure: string | undefined;
  const fail = (error: NodeJS.ErrnoException): void => {
    // A reader that has seen enough (`| head`) closes its end; that is no failure of the command.
    if (error.code !== "EPIPE") failure ??= error.code ?? error.message;
  };
  const open = (): NodeJS.WriteStream => {
    const stream: NodeJS.WriteStream = property?.get === undefined ? process[name] : property.get.call(process);
    return stream.on("error", fail);
  };
  const stream = (): NodeJS.WriteStream => (opened ??= open());
  return {
    write: (printed) => void stream().write(printed),
    // The property is missing, not false, where the stream is no terminal.
    get isTerminal() {
      return Boolean(stream().isTTY);
    },
    flushed: () =>
      new Promise((resolve) => {
        if (opened === undefined) return resolve(undefined);
        opened.write("", (error) => {
          if (error) fail(error);
          resolve(failure);
        });
      }),
  };
}
