import type { ExitCode } from "./exit-code.js";

/** Everything that a command may touch of the outside world besides files; a test hands in its own. */
export interface Io {
  /** Results. */
  readonly stdout: OutputStream;
  /** Diagnostics and progress. */
  readonly stderr: OutputStream;
  /** Standard input in pieces, for the command that reads it. */
  readonly readInput: () => AsyncIterable<Uint8Array>;
  /** Ends when somebody asks the command to end, as Ctrl-C does. For the command that would not end otherwise. */
  readonly interrupted: () => Promise<void>;
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Given where a process is there for the command line alone. */
  readonly process?: OwnProcess;
}

/** A stream that text goes to. */
export interface OutputStream {
  write(text: string): void;
  /** Ends when all that was written has been taken, or cannot be. */
  flushed(): Promise<void>;
  /** Why nothing more is taken: the system's code, such as `ENOSPC`, or `EPIPE` where the reader has gone. */
  readonly fault: string | undefined;
  /** Whether a person reads along: then there is colour and progress. */
  readonly isTerminal: boolean;
}

/** The process of a command line. */
export interface OwnProcess {
  /** Ends the process although something of a user's module may still be running in it. */
  readonly end: (code: ExitCode) => void;
}
