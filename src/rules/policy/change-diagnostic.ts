import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { describeWitness } from "../report/describe-witness.js";
import type { Ruling } from "./apply-policy.js";

/**
 * A change as a diagnostic with the code `breaking/<rule>`: an error where it fails the command, a warning where it is
 * worth a look. Undefined for what is safe, and for what was agreed to.
 */
export function changeDiagnostic({ change, fails, reason, expired }: Ruling): Diagnostic | undefined {
  if (reason !== undefined || change.severity === "safe") return undefined;
  const { rule, message, help, path, witnesses } = change;
  const ended = expired === undefined ? "" : ` It was agreed to until ${expired}.`;
  return {
    code: `breaking/${rule}`,
    severity: fails ? "error" : "warning",
    message,
    help: `${help}${ended}`,
    path,
    ...(witnesses.length === 0 ? {} : { detail: witnesses.map(describeWitness).join("\n") }),
  };
}
