import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { ExportNames, ProtocolConfig } from "../../config/config.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { DOCUMENT_URI } from "../../json-schema/resources.js";
import { definitionPath, pointerPath } from "../../schema-path/schema-path.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { defaultExportNames } from "../../config/default-export-names.js";
import { registryDiagnostics } from "../diagnostics.js";
import { readExports } from "../read-exports.js";
import type { Registry } from "../registry.js";
import { laterKeywords } from "./later-keywords.js";
import { parseJsonFile } from "./parse-json-file.js";
import { rootDefinition } from "./root-definition.js";

/** A JSON Schema file to read as a registry. */
export interface JsonSchemaSource {
  readonly protocol: ProtocolConfig;
  /** As messages name it. */
  readonly source: string;
  /** Absolute. */
  readonly file: string;
  readonly diagnostics: DiagnosticCollector;
}

type Document = JsonObject;

/**
 * Reads a draft-07 JSON Schema file as a registry: its `definitions` (or `$defs`), and its root where that says
 * something. At its root, `methods`, `events`, `errorCodes` and `protocolVersion` (each also with `x-` before it) are
 * what a module exports under their usual names.
 */
export async function loadJsonSchema(input: JsonSchemaSource): Promise<Registry | undefined> {
  const { protocol, source, file, diagnostics } = input;
  const root = parseJsonFile(await readFile(file, "utf8"), { source, diagnostics });
  if (root === undefined) return undefined;
  const document = isJsonObject(root) ? root : {};
  if (reportOtherLanguage(document, input)) return undefined;
  const held = schemasOf(document);
  const own = isJsonObject(held ?? {})
    ? rootDefinition(document, isJsonObject(held) ? held : {}, basename(file))
    : undefined;
  if (held === undefined && own === undefined) {
    diagnostics.report(registryDiagnostics.create("missing-definitions", { source, found: Object.keys(document) }));
    return undefined;
  }
  if (reportLaterDraft(document, own?.name, input)) return undefined;
  const names = rootKeys(document, protocol.exports, "definitions");
  const id = typeof document["$id"] === "string" ? new URL(document["$id"], DOCUMENT_URI).href : DOCUMENT_URI;
  const definitions =
    own === undefined ? held : { [own.name]: { ...own.schema, $id: id }, ...(isJsonObject(held) ? held : {}) };
  const registry = readExports({
    source,
    names,
    exported: { ...document, definitions },
    files: [file],
    diagnostics,
  });
  return registry && { ...registry, base: id };
}

/** What stands under `definitions` and `$defs`; what is no object is for whoever reads it to refuse. */
function schemasOf({ definitions, $defs }: Document): JsonValue | undefined {
  return isJsonObject(definitions) && isJsonObject($defs) ? { ...$defs, ...definitions } : (definitions ?? $defs);
}

/** Documents that hold JSON Schemas in another language's frame. */
const LANGUAGES = { openapi: "OpenAPI", swagger: "OpenAPI", asyncapi: "AsyncAPI" } as const;

function reportOtherLanguage(document: Document, { source, diagnostics }: JsonSchemaSource): boolean {
  const [, language] = Object.entries(LANGUAGES).find(([key]) => typeof document[key] === "string") ?? [];
  if (language === undefined) return false;
  const place = "swagger" in document ? "definitions" : "components.schemas";
  diagnostics.report(registryDiagnostics.create("other-language", { source, language, place }));
  return true;
}

function reportLaterDraft(document: Document, own: string | undefined, input: JsonSchemaSource): boolean {
  const { $schema: schema } = document;
  const draft = typeof schema === "string" ? /\b20\d\d-\d\d\b/u.exec(schema)?.[0] : undefined;
  if (schema !== undefined && draft === undefined) return false;
  const later = laterKeywords(document).filter(
    ({ instead }) => draft !== undefined || !instead.startsWith("Draft-07 ignores"),
  );
  for (const { keyword, tokens, instead } of later) {
    const [, name, ...rest] = tokens;
    const isInside = name !== undefined && ["definitions", "$defs"].includes(tokens[0] ?? "");
    const path = isInside ? pointerPath(definitionPath(name), rest) : pointerPath(own ?? "", tokens);
    const { source, diagnostics } = input;
    const parameters = { source, keyword, draft: draft ?? "a later draft", instead };
    diagnostics.report(registryDiagnostics.create("later-draft", parameters, { path }));
  }
  return later.length > 0;
}

const ROOT_KEYS: Readonly<Record<keyof ExportNames, readonly string[]>> = {
  schemas: [],
  version: ["protocolVersion", "x-protocolVersion", "x-protocol-version"],
  errorCodes: ["errorCodes", "x-errorCodes", "x-error-codes"],
  methods: ["methods", "x-methods"],
  events: ["events", "x-events"],
};

/** The keys of this document that stand for a module's exports; a name that the config chose stays as it is. */
function rootKeys(document: Document, names: ExportNames, schemas: string): ExportNames {
  const keyOf = (key: keyof ExportNames): string =>
    names[key] === defaultExportNames[key]
      ? (ROOT_KEYS[key].find((name) => name in document) ?? names[key])
      : names[key];
  return {
    schemas,
    version: keyOf("version"),
    errorCodes: keyOf("errorCodes"),
    methods: keyOf("methods"),
    events: keyOf("events"),
  };
}
