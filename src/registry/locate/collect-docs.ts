import type { ProtocolConfig } from "../../config/config.js";
import { createLocator } from "./create-locator.js";
import { schemaPaths } from "./schema-paths.js";

/** Reads the JSDoc of every registered definition and of every property inside one, by schema path. */
export async function collectDocs(
  protocol: ProtocolConfig,
  root: string,
  schemas: ReadonlyMap<string, object>,
): Promise<ReadonlyMap<string, string>> {
  const locator = await createLocator(protocol, root);
  const docs = new Map<string, string>();
  for (const path of schemaPaths(schemas)) {
    const text = locator?.documentation(path);
    if (text !== undefined) docs.set(path, text);
  }
  return docs;
}
