import type { ProtocolConfig } from "../config/config.js";
import { createDiagnosticList, type DiagnosticCollector, type DiagnosticList } from "../diagnostics/collector.js";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import type { Locator } from "../registry/locate/locator.js";

/** Whose source diagnostics are located in, and whom to tell. */
export interface Locating {
  readonly settings: ProtocolConfig;
  /** The project's folder, absolute. */
  readonly root: string;
  readonly diagnostics: DiagnosticCollector;
  /**
   * From which severity on a diagnostic is worth looking for: the TypeScript compiler that finds the places takes longer
   * to load than everything else takes to run. Once it is there, it places all of them.
   */
  readonly worth: Severity;
}

/**
 * Does some work and reports what it finds, each diagnostic that names a schema path with its place in the registry's
 * source. For example `await located({ settings, root, diagnostics, worth: "error" }, (found) => lower(registry, found))`.
 */
export async function located<T>(place: Locating, work: (found: DiagnosticList) => T | Promise<T>): Promise<T> {
  const found = createDiagnosticList();
  const result = await work(found);
  const locator = await locatorFor(found.diagnostics, place);
  for (const diagnostic of found.diagnostics) place.diagnostics.report(withLocation(diagnostic, locator));
  return result;
}

async function locatorFor(
  found: readonly Diagnostic[],
  { settings, root, worth }: Locating,
): Promise<Locator | undefined> {
  const isWorthIt = worth === "warning" || found.some(({ severity }) => severity === "error");
  if (!isWorthIt || !found.some(isUnplaced)) return undefined;
  const { createLocator } = await import("../registry/locate/create-locator.js");
  return createLocator(settings, root);
}

function withLocation(diagnostic: Diagnostic, locator: Locator | undefined): Diagnostic {
  if (locator === undefined || !isUnplaced(diagnostic)) return diagnostic;
  const location = locator.locate(diagnostic.path);
  return location === undefined ? diagnostic : { ...diagnostic, location };
}

function isUnplaced(diagnostic: Diagnostic): diagnostic is Diagnostic & { readonly path: string } {
  return diagnostic.path !== undefined && diagnostic.location === undefined;
}
