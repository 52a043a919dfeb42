import { closeSync } from "node:fs";
import { type Emergency, hostModules, type ModuleHost } from "../config/module/module-host.js";
import { createProcessGuard, type ProcessEvent, type ProcessGuard } from "../config/module/process-guard.js";
import { describeThrown } from "../config/module/thrown-failure.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CliCommand, Invocation } from "./cli-command.js";
import { cliDiagnostics } from "./diagnostics.js";
import { emptyValues, refuseEmptyValues } from "./empty-values.js";
import type { ExitCode } from "./exit-code.js";
import type { Io } from "./io.js";

/** A command about to be run, with a guard between the process and the modules that it imports. */
export interface HostedCommand {
  readonly run: () => Promise<ExitCode>;
  /** Takes the process back and reports what came too late; whether something of a module may still be running. */
  readonly release: () => Promise<boolean>;
}

/** Hosts a command's modules. For example `await hostCommand(checkCommand, invocation).run()`. */
export function hostCommand(command: CliCommand, invocation: Invocation): HostedCommand {
  const guard = createProcessGuard({ ownsOutput: true });
  const host = moduleHostOf(command.name, invocation, guard);
  return {
    run: () => hostModules(host, () => runCommand(command, invocation)),
    async release() {
      if (guard.isUsed) await reportLateEvents(invocation.io, guard.release());
      return guard.isUsed;
    },
  };
}

/** What the surroundings do to a command is reported as its own findings are. */
async function runCommand(command: CliCommand, invocation: Invocation): Promise<ExitCode> {
  const empty = emptyValues(invocation);
  if (empty.length > 0) return refuseEmptyValues(command.name, invocation, empty);
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

/** For whom a command imports modules. */
function moduleHostOf(command: string, invocation: Invocation, guard: ProcessGuard): ModuleHost {
  const { io, options } = invocation;
  const patience = Number(options["importTimeout"]) * 1000;
  if (io.process === undefined) return { patience };
  return { patience, guard, prepare: () => prepareEmergency(command, invocation, guard) };
}

/** Makes ready what ends a command from within a module that never does. */
async function prepareEmergency(command: string, invocation: Invocation, guard: ProcessGuard): Promise<Emergency> {
  const { couldNotRun, finish } = await import("./finish.js");
  return (root, diagnostic) => {
    guard.release();
    finish(invocation, couldNotRun(command, root, [diagnostic]));
    // The debugger that has halted the module is still there, and Node would say that it waits for it.
    closeSync(2);
    invocation.io.process?.end(2);
  };
}

/** Says what modules did after they had been read. It came too late to change anything. */
async function reportLateEvents(io: Io, events: readonly ProcessEvent[]): Promise<void> {
  const found = events.flatMap(lateDiagnostic);
  if (found.length === 0) return;
  const { reportText } = await import("./finish.js");
  reportText(io, found);
}

function lateDiagnostic(event: ProcessEvent): readonly Diagnostic[] {
  if (event.kind === "idle") return [];
  const reason = event.kind === "ended" ? `it called ${event.call}` : describeThrown(event.error);
  return [cliDiagnostics.create("late-fault", { reason })];
}
