import { readFileSync } from "node:fs";
import type { EventMapping, MethodMapping, ProtocolConfig } from "../config/config.js";
import { defaultExportNames } from "../config/default-export-names.js";
import { createDiagnosticList, type DiagnosticList } from "../diagnostics/collector.js";
import { lower } from "../ir/lower/lower.js";
import { loadRegistry } from "../registry/load-registry.js";
import type { Registry } from "../registry/registry.js";
import { resolveSource } from "../registry/resolve-source.js";
import { isRecord } from "../support/json.js";
import { parseJson } from "../support/parse-json.js";
import type { Knowledge, Revision } from "./revision.js";

/** A version that was read, or why it was not. */
export interface ReadSource {
  readonly revision: Revision | undefined;
  readonly found: DiagnosticList;
  /** Whether that version's config has other protocols, and this one not. */
  readonly isNew?: boolean;
}

/** What is read of a version whose config does not have the protocol yet: nothing, and nothing is wrong. */
export const NOT_YET_THERE: ReadSource = { revision: undefined, found: createDiagnosticList(), isNew: true };

const EVERYTHING: Knowledge = { version: true, methods: true, events: true, errorCodes: true };

/** Loads and lowers a registry or JSON Schema file of another version. `settings.source` names it, relative to the root. */
export async function readSource(settings: ProtocolConfig, root: string): Promise<ReadSource> {
  const found = createDiagnosticList();
  const isDocument = settings.source.endsWith(".json");
  // The names of a module's exports say nothing of a document.
  const named = isDocument ? { ...settings, exports: defaultExportNames } : settings;
  const registry = await loadRegistry(named, { root, diagnostics: found });
  if (registry === undefined) return { revision: undefined, found };
  const protocol = lower(registry, fitSettings(named, registry), found);
  const knows = isDocument ? await knowledgeOf(root, settings.source) : EVERYTHING;
  return { revision: protocol === undefined ? undefined : { protocol, knows }, found };
}

/** The present settings as far as they apply to another version: what they name may not have been there. */
function fitSettings(settings: ProtocolConfig, registry: Registry): ProtocolConfig {
  const has = (name: string | null | undefined): boolean => typeof name !== "string" || registry.schemas.has(name);
  const methods = new Set(registry.methods.map(({ name }) => name));
  const events = new Set(registry.events.map(({ name }) => name));
  return {
    ...settings,
    frames: has(settings.frames) ? settings.frames : undefined,
    methods: keep<MethodMapping>(
      settings.methods,
      (name, { params, result }) => methods.has(name) && has(params) && has(result),
    ),
    events: keep<EventMapping>(settings.events, (name, { payload }) => events.has(name) && has(payload)),
  };
}

function keep<T>(
  mappings: Readonly<Record<string, T>>,
  applies: (name: string, mapping: T) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(mappings).filter(([name, mapping]) => applies(name, mapping)));
}

async function knowledgeOf(root: string, source: string): Promise<Knowledge> {
  const resolved = await resolveSource(root, source);
  const parsed = resolved.kind === "file" ? parseJson(readFileSync(resolved.file, "utf8")) : undefined;
  const document = parsed?.ok === true && isRecord(parsed.value) ? parsed.value : {};
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => name in document || `x-${name}` in document);
  return {
    version: has("protocolVersion", "protocol-version", "PROTOCOL_VERSION"),
    methods: has("methods", "METHODS"),
    events: has("events", "EVENTS"),
    errorCodes: has("errorCodes", "error-codes", "ErrorCodes"),
  };
}
