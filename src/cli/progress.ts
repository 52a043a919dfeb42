import { type Options, textOption } from "./cli-command.js";
import type { Io } from "./io.js";
import { createProfile } from "./profile.js";

const CLEAR_LINE = "\r\u001b[2K";
const COLUMNS = 78;
/** What is done before this has passed needs no line. In milliseconds. */
const PATIENCE = 500;

/** What is being worked on, for people. Silent where nobody reads along. */
export interface Progress {
  /** Begins a step. For example `gateway/swift: translating`. */
  show(step: string): void;
  /** Takes the line away, and prints the profile that `--profile` asks for. */
  end(): void;
}

/** Makes the progress line of a command, and its profile; both are for people, and leave other formats alone. */
export function createProgress(io: Io, options: Options): Progress {
  const isText = textOption(options, "format") === "text";
  const isShown = io.stderr.isTerminal && isText && io.env["TERM"] !== "dumb";
  const profile =
    isText && options["profile"] === true ? createProfile(options["watch"] === true ? "now" : "start") : undefined;
  const started = performance.now();
  let isLineThere = false;
  return {
    show(step) {
      profile?.begin(step);
      if (!isShown || performance.now() - started < PATIENCE) return;
      io.stderr.write(`${CLEAR_LINE}${step.slice(0, COLUMNS)}`);
      isLineThere = true;
    },
    end() {
      if (isLineThere) io.stderr.write(CLEAR_LINE);
      isLineThere = false;
      if (profile !== undefined) io.stderr.write(profile.end());
    },
  };
}
