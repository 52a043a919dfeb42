import type { ProtocolConfig } from "./config/config.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import type { Locator } from "./registry/locate/locator.js";

/**
 * Gives diagnostics that name a schema path their place in the registry's source. Done only where there is an error: the
 * TypeScript compiler that finds the places takes longer to load than everything else takes to run.
 */
export async function locateDiagnostics(
  found: readonly Diagnostic[],
  settings: ProtocolConfig,
  root: string,
): Promise<readonly Diagnostic[]> {
  const hasError = found.some(({ severity }) => severity === "error");
  if (!hasError || !found.some(({ path, location }) => path !== undefined && location === undefined)) return found;
  const { createLocator } = await import("./registry/locate/create-locator.js");
  const locator = await createLocator(settings, root);
  if (locator === undefined) return found;
  return found.map((diagnostic) => {
    const related = diagnostic.related?.map((place) => located(place, locator));
    return { ...located(diagnostic, locator), ...(related === undefined ? {} : { related }) };
  });
}

function located<T extends Pick<Diagnostic, "path" | "location">>(place: T, locator: Locator): T {
  if (place.path === undefined || place.location !== undefined) return place;
  const location = locator.locate(place.path);
  return location === undefined ? place : { ...place, location };
}
