/** Everything that a command may touch of the outside world besides files; a test hands in its own. */
export interface Io {
  /** Results. */
  readonly stdout: OutputStream;
  /** Diagnostics and progress. */
  readonly stderr: OutputStream;
  /** All of standard input, for the command that reads it. */
  readonly readInput: () => Promise<string>;
  /** The working folder, absolute. */
  /** Ends when somebody asks the command to end, as Ctrl-C does. For the command that would not end otherwise. */
  readonly interrupted: () => Promise<void>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A stream that text goes to. */
export interface OutputStream {
  write(text: string): void;
  /** Whether a person reads along: then there is colour and progress. */
  readonly isTerminal: boolean;
}
