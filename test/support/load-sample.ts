import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ProtocolConfig } from "../../src/config/config.js";
import { createDiagnosticList } from "../../src/diagnostics/collector.js";
import type { Protocol } from "../../src/ir/types.js";
import { loadProtocol } from "../../src/pipeline/load-protocol.js";
import { sampleProtocol } from "./sample-protocol.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A published document. */
export interface PublishedDocument {
  readonly $id: string;
  readonly title: string;
  readonly description: string;
  readonly definitions: Readonly<Record<string, object>>;
}

/** The document that the Clawdis sample was written from. */
export function clawdisDocument(): PublishedDocument {
  return JSON.parse(readFileSync(new URL("../../fixtures/clawdis/expected.schema.json", import.meta.url), "utf8"));
}

/** The document that the published gateway protocol ships with. */
export function publishedDocument(): PublishedDocument {
  return JSON.parse(readFileSync(`${ROOT}node_modules/@openclaw/gateway-protocol/protocol.schema.json`, "utf8"));
}

/**
 * Loads and lowers a registry, with the defaults for what `settings` leaves out. Throws where that gives no protocol.
 * For example `loadSample({ source: "fixtures/gateway/schema.ts" })`.
 */
export async function loadSample(settings: Partial<ProtocolConfig>): Promise<Protocol> {
  const diagnostics = createDiagnosticList();
  const protocol = await loadProtocol(sampleProtocol(settings), ROOT, diagnostics);
  if (protocol === undefined) throw new Error(JSON.stringify(diagnostics.diagnostics, null, 2));
  return protocol;
}
