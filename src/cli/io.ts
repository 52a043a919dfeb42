import type { ExitCode } from "./exit-code.js";

/** Everything that a command may touch of the outside world besides files; a test hands in its own. */
export interface Io {
  /** Results. */
  readonly stdout: OutputStream;
  /** Diagnostics and progress. */
  readonly stderr: OutputStream;
  /** All of standard input, for the command that reads it. */
  readonly readInput: () => Promise<string>;
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
  /** Whether a person reads along: then there is colour and progress. */
  readonly isTerminal: boolean;
}

/** The process of a command line. */
export interface OwnProcess {
  /** Ends when everything that was written has left; the reason where it could not. */
  readonly flushed: () => Promise<string | undefined>;
  /** Ends the process although something of a user's module may still be running in it. */
  readonly end: (code: ExitCode) => void;
}
