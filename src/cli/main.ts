import { CommanderError } from "commander";
import { hostModules } from "../config/module/module-host.js";
import { createProcessGuard, type ProcessGuard } from "../config/module/process-guard.js";
import { commands } from "./commands/index.js";
import type { CliCommand, Invocation } from "./cli-command.js";
import type { ExitCode } from "./exit-code.js";
import type { Io } from "./io.js";
import { emptyValues, refuseEmptyValues } from "./empty-values.js";
import { moduleHostOf, reportLateEvents } from "./module-hosting.js";
import { processIo } from "./process-io.js";
import { createProgram, reportRequest } from "./program.js";

/**
 * Runs a command line, without the interpreter's own two words. Everything that is thrown ends here: a wrong command
 * line is explained by commander, and anything else is a fault of ours, which is said with its trace.
 * For example `await run(["check", "swift"], io)`.
 */
export async function run(argv: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  const guard = createProcessGuard({ ownsOutput: true });
  const exitCode = await runProgram(argv, io, guard);
  if (guard.isUsed) await reportLateEvents(io, guard.release());
  const code = (await outputFault(io)) ?? exitCode;
  // What a module has left running must not keep the command from its end.
  if (guard.isUsed) io.process?.end(code);
  return code;
}

async function runProgram(argv: readonly string[], io: Io, guard: ProcessGuard): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(commands, io, async (command, invocation) => {
    const empty = emptyValues(invocation);
    if (empty.length > 0) {
      exitCode = await refuseEmptyValues(command.name, invocation, empty);
      return;
    }
    const host = moduleHostOf(command.name, invocation, guard);
    exitCode = await hostModules(host, () => runCommand(command, invocation));
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.stderr.write(`typewire failed, which is a fault of its own. ${reportRequest()}\n${traceOf(error)}\n`);
    return 2;
  }
}

/** What the surroundings do to a command is reported as its own findings are. */
async function runCommand(command: CliCommand, invocation: Invocation): Promise<ExitCode> {
  try {
    return await command.run(invocation);
  } catch (error) {
    const { systemFault } = await import("./system-fault.js");
    const found = systemFault(error, invocation.io.cwd);
    if (found === undefined) throw error;
    const { couldNotRun, finish } = await import("./finish.js");
    return finish(invocation, couldNotRun(command.name, invocation.io.cwd, [found]));
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
