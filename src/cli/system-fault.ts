import { relative, sep } from "node:path";
import { Fault } from "../diagnostics/fault.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { cliDiagnostics } from "./diagnostics.js";

/** What the surroundings did to a command, as a finding; undefined for what is a fault of our own. */
export function systemFault(error: unknown, cwd: string): Diagnostic | undefined {
  if (error instanceof Fault) return error.diagnostic;
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  const path = "path" in error && typeof error.path === "string" ? relative(cwd, error.path) : undefined;
  return cliDiagnostics.create("system-fault", {
    call: String(error.syscall),
    path: path?.split(sep).join("/"),
    reason: String(error.code),
  });
}
