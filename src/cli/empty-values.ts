import type { Invocation } from "./cli-command.js";
import { cliDiagnostics } from "./diagnostics.js";
import type { ExitCode } from "./exit-code.js";

/**
 * What a command line leaves empty, as `--against ""` does: a script's variable was unset. To take it for an option that is
 * not given would compare, or check, something else than was meant.
 */
export function emptyValues({ arguments: words, options }: Invocation): readonly string[] {
  const empty = Object.entries(options).filter(([, value]) => (Array.isArray(value) ? value : [value]).some(isEmpty));
  const names = empty.map(([name]) => `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`);
  return words.some(isEmpty) ? [...names, "An argument"] : names;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "string" && value.trim() === "";
}

/** Reports what is empty, in place of running the command. */
export async function refuseEmptyValues(
  command: string,
  invocation: Invocation,
  names: readonly string[],
): Promise<ExitCode> {
  const { couldNotRun, finish } = await import("./finish.js");
  const found = names.map((name) => cliDiagnostics.create("empty-value", { name }));
  return finish(invocation, couldNotRun(command, invocation.io.cwd, found));
}
