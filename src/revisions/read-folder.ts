import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ProtocolConfig } from "../config/config.js";
import { resolveSource } from "../registry/resolve-source.js";
import { NOT_YET_THERE, type ReadSource, readSource } from "./read-source.js";
import type { RevisionRequest } from "./revision.js";

/**
 * Reads a protocol from another copy of the project: as the config in that folder describes it, else as the present one
 * does, else from a JSON Schema output. Undefined where the folder has none of them.
 */
export async function readFolder(request: RevisionRequest, folder: string): Promise<ReadSource | undefined> {
  const { settings } = request;
  const own = await ownSettings(request, folder);
  if (own === "not yet there") return NOT_YET_THERE;
  for (const candidate of own === undefined ? [settings] : [own, settings]) {
    if ((await resolveSource(folder, candidate.source)).kind === "file") return readSource(candidate, folder);
  }
  const outputs = settings.targets.map(({ output }) => output).filter((path) => path.endsWith(".json"));
  const document = [...outputs, "protocol.schema.json"].find((path) => existsSync(join(folder, path)));
  return document === undefined ? undefined : readSource({ ...settings, source: document }, folder);
}

/** What that version's own config says of the protocol: its registry may have stood elsewhere. */
async function ownSettings(
  { settings, present, configFile, loadConfig }: RevisionRequest,
  folder: string,
): Promise<ProtocolConfig | "not yet there" | undefined> {
  if (configFile === undefined || !existsSync(join(folder, configFile))) return undefined;
  const protocols = (await loadConfig(folder, configFile))?.protocols ?? [];
  const same = protocols.find(({ name }) => name === settings.name);
  // One that has lost its name to no other one was renamed; all others are new.
  const [only] = protocols.filter(({ name }) => !present.includes(name));
  return same ?? (protocols.length === 1 ? only : undefined) ?? (protocols.length === 0 ? undefined : "not yet there");
}
