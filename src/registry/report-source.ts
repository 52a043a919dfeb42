import { readdir } from "node:fs/promises";
import { basename, dirname, posix, resolve } from "node:path";
import type { ProtocolConfig } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { compareCodeUnits } from "../support/compare-code-units.js";
import { nearest } from "../support/nearest.js";
import { registryDiagnostics } from "./diagnostics.js";

/** Reports a source that does not exist, with the file of its folder that may be meant. */
export async function reportMissingSource(
  { source }: ProtocolConfig,
  { root, diagnostics }: { readonly root: string; readonly diagnostics: DiagnosticCollector },
): Promise<undefined> {
  const names = await readdir(dirname(resolve(root, source))).catch(() => []);
  const sorted = names.toSorted(compareCodeUnits);
  const near = sorted.find((name) => name.startsWith(`${basename(source)}.`)) ?? nearest(basename(source), sorted);
  const suggestion = near === undefined ? undefined : posix.join(posix.dirname(source), near);
  const isPackage = !source.startsWith(".") && !/\.[mc]?[jt]s$|\.json$/u.test(source);
  diagnostics.report(registryDiagnostics.create("source-not-found", { source, isPackage, suggestion }));
}

/** Reports a source that is there but is neither a module nor a JSON Schema file. */
export function reportUnsupportedSource(
  { source }: ProtocolConfig,
  diagnostics: DiagnosticCollector,
  found: string,
): undefined {
  diagnostics.report(registryDiagnostics.create("unsupported-source", { source, found }));
}
