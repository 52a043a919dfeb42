import type { SourceLocation } from "../../diagnostics/diagnostic.js";

/** Finds schema paths in a registry's source. */
export interface Locator {
  /**
   * Where a path such as `CronJob.schedule.anyOf[1].atMs` was written; what cannot be found itself is found at the
   * nearest thing around it, and undefined says that not even the registry's export was found.
   */
  locate(path: string): SourceLocation | undefined;
  /** The JSDoc text of the definition or property at a path. JSON Schema files have none. */
  documentation(path: string): string | undefined;
}
