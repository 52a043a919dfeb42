import { readFile } from "node:fs/promises";
import type { ProtocolConfig } from "../../config/config.js";
import { projectPath } from "../../config/module/project-path.js";
import { resolveSource } from "../resolve-source.js";
import { createJsonLocator } from "./json-locator.js";
import type { Locator } from "./locator.js";

/**
 * Opens a registry's source to find schema paths in it; undefined where there is no source to open. Loads ts-morph for
 * a module, which alone takes half a second: ask only where a location or JSDoc is needed.
 * For example `(await createLocator(protocol, root))?.locate("CronJob.schedule")`.
 */
export async function createLocator(protocol: ProtocolConfig, root: string): Promise<Locator | undefined> {
  const resolved = await resolveSource(root, protocol.source);
  if (resolved.kind !== "file") return undefined;
  if (resolved.file.endsWith(".json")) {
    return createJsonLocator(await readFile(resolved.file, "utf8"), projectPath(root, resolved.file));
  }
  const { createModuleLocator } = await import("./module-locator.js");
  return createModuleLocator({ root, file: resolved.file, schemas: protocol.exports.schemas });
}
