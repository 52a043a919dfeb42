import { CommanderError } from "commander";
import { commands } from "./commands/index.js";
import type { ExitCode } from "./exit-code.js";
import type { Io } from "./io.js";
import { processIo } from "./process-io.js";
import { createProgram, reportRequest } from "./program.js";

/**
 * Runs a command line, without the interpreter's own two words. Everything that is thrown ends here: a wrong command
 * line is explained by commander, and anything else is a fault of ours, which is said with its trace.
 * For example `await run(["check", "swift"], io)`.
 */
export async function run(argv: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  const { exitCode, release } = await runProgram(argv, io);
  const mayStillRun = await release();
  const code = (await outputFault(io)) ?? exitCode;
  // What a module has left running must not keep the command from its end.
  if (mayStillRun) io.process?.end(code);
  return code;
}

interface Ended {
  readonly exitCode: ExitCode;
  /** Takes the process back from the modules that were imported; whether something of theirs may still be running. */
  readonly release: () => Promise<boolean>;
}

async function runProgram(argv: readonly string[], io: Io): Promise<Ended> {
  let exitCode: ExitCode = 0;
  let release = notHosted;
  const program = createProgram(commands, io, async (command, invocation) => {
    const { hostCommand } = await import("./module-hosting.js");
    const hosted = hostCommand(command, invocation);
    release = hosted.release;
    exitCode = await hosted.run();
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2, release };
    io.stderr.write(`typewire failed, which is a fault of its own. ${reportRequest()}\n${traceOf(error)}\n`);
    exitCode = 2;
  }
  return { exitCode, release };
}

/** No command was run, so no module was imported. */
async function notHosted(): Promise<boolean> {
  return false;
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
