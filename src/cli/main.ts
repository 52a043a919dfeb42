import { CommanderError } from "commander";
import { commands } from "./commands/index.js";
import type { ExitCode } from "./exit-code.js";
import type { Io } from "./io.js";
import { processIo } from "./process-io.js";
import { createProgram } from "./program.js";

/**
 * Runs a command line, without the interpreter's own two words. Everything that is thrown ends here: a wrong command
 * line is explained by commander, and anything else is a fault of ours, which is said with its trace.
 * For example `await run(["check", "swift"], io)`.
 */
export async function run(argv: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(commands, io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return (await outputFault(io)) ?? exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.stderr.write(`typewire failed, which is a fault of its own. Please report this:\n${traceOf(error)}\n`);
    return 2;
  }
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * What was not printed was not said: the command has not done its work where the disk is full. A reader that has seen
 * enough (`| head`) is no failure of a command that has come to its end; one that has not says so by its own exit code.
 */
async function outputFault({ stdout, stderr }: Io): Promise<ExitCode | undefined> {
  await Promise.all([stdout.flushed(), stderr.flushed()]);
  const faults = [stdout.fault, stderr.fault].filter((fault) => fault !== undefined && fault !== "EPIPE");
  if (stdout.fault === "EPIPE") stderr.write("typewire: standard output was closed before all was printed\n");
  if (faults.length === 0) return undefined;
  stderr.write(`typewire: not all could be printed: ${faults[0]}\n`);
  return 2;
}
