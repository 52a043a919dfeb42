import { closeSync } from "node:fs";
import type { Emergency, ModuleHost } from "../config/module/module-host.js";
import type { ProcessEvent, ProcessGuard } from "../config/module/process-guard.js";
import { describeThrown } from "../config/module/thrown-failure.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Invocation } from "./cli-command.js";
import { cliDiagnostics } from "./diagnostics.js";
import type { Io } from "./io.js";

/** For whom a command imports modules. */
export function moduleHostOf(command: string, invocation: Invocation, guard: ProcessGuard): ModuleHost {
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
export async function reportLateEvents(io: Io, events: readonly ProcessEvent[]): Promise<void> {
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
