import type { Io, OutputStream } from "./io.js";

/** Whether to colour what goes to a stream: `NO_COLOR` and `FORCE_COLOR` as on no-color.org, else only on a terminal. */
export function useColour(stream: OutputStream, env: Io["env"]): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forced !== "0";
  return stream.isTerminal && env["TERM"] !== "dumb";
}
