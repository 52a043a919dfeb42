import type { Io } from "./io.js";

const CLEAR_LINE = "\r\u001b[2K";
const COLUMNS = 78;

/** One line on the terminal that says what is being worked on. Silent where nobody reads along. */
export interface Progress {
  show(step: string): void;
  /** Takes the line away. */
  end(): void;
}

/** Makes the progress line of a command; `format` is the option's value, since only text is for people. */
export function createProgress(io: Io, format: string | undefined): Progress {
  const isShown = io.stderr.isTerminal && format === "text" && io.env["TERM"] !== "dumb";
  const write = (text: string): void => {
    if (isShown) io.stderr.write(`${CLEAR_LINE}${text}`);
  };
  return { show: (step) => write(step.slice(0, COLUMNS)), end: () => write("") };
}
