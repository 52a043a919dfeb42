import type { DiagnosticCollector } from "../diagnostics/collector.js";

/** One export of a registry while it is read: what it is called, what it holds, where findings go. */
export interface ReadExport {
  /** The registry, as messages name it. For example `fixtures/clawdis/schema.ts`. */
  readonly source: string;
  /** The export. For example `METHODS`. */
  readonly name: string;
  readonly value: unknown;
  readonly diagnostics: DiagnosticCollector;
}
