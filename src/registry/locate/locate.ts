import type { ProtocolConfig } from "../../config/config.js";
import type { SourceLocation } from "../../diagnostics/diagnostic.js";
import { createLocator } from "./create-locator.js";

/**
 * Finds where schema paths were written; a path without any place is left out. Nothing is loaded for an empty list.
 * For example `(await locate(protocol, root, ["CronJob.schedule"])).get("CronJob.schedule")` → `cron.ts:63:5`.
 */
export async function locate(
  protocol: ProtocolConfig,
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, SourceLocation>> {
  const found = new Map<string, SourceLocation>();
  const locator = paths.length === 0 ? undefined : await createLocator(protocol, root);
  for (const path of paths) {
    const location = locator?.locate(path);
    if (location !== undefined) found.set(path, location);
  }
  return found;
}
