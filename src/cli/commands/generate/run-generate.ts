import type { Invocation } from "../../cli-command.js";
import type { ExitCode } from "../../exit-code.js";
import { generateOnce } from "./generate-once.js";

/** Generates what the command line asks for: once, or with `--watch` after every change until it is interrupted. */
export async function runGenerate(invocation: Invocation): Promise<ExitCode> {
  if (invocation.options["watch"] !== true) return generateOnce(invocation);
  const { watchAndGenerate } = await import("./watch-and-generate.js");
  return watchAndGenerate(invocation);
}
