import { nearest } from "../support/nearest.js";
import { targets } from "../targets/index.js";
import { apiDiagnostics } from "./diagnostics.js";
import type { OpenedProject } from "./with-project.js";

/** Whether a project has all the targets that are asked for; reports those that it has not. */
export function knowsTargets({ config, diagnostics }: OpenedProject, asked: readonly string[]): boolean {
  const known = targets.map(({ name }) => name);
  const configured = [...new Set(config.protocols.flatMap((protocol) => protocol.targets.map(({ name }) => name)))];
  const absent = asked.filter((name) => !configured.includes(name));
  for (const name of absent) {
    diagnostics.report(
      known.includes(name)
        ? apiDiagnostics.create("target-not-configured", { name, configured })
        : apiDiagnostics.create("unknown-target", { name, suggestion: nearest(name, known), known }),
    );
  }
  return absent.length === 0;
}
