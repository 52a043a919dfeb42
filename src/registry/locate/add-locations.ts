import type { ProtocolConfig } from "../../config/config.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { locate } from "./locate.js";

/**
 * Fills in the location of each diagnostic that has a schema path and no location. Reads the registry's source only
 * where there is such a diagnostic.
 */
export async function addLocations(
  diagnostics: readonly Diagnostic[],
  protocol: ProtocolConfig,
  root: string,
): Promise<readonly Diagnostic[]> {
  const paths = diagnostics.flatMap(({ path, location }) =>
    path === undefined || location !== undefined ? [] : [path],
  );
  const found = await locate(protocol, root, [...new Set(paths)]);
  return diagnostics.map((diagnostic) => {
    const location = diagnostic.location ?? (diagnostic.path === undefined ? undefined : found.get(diagnostic.path));
    return location === undefined ? diagnostic : { ...diagnostic, location };
  });
}
