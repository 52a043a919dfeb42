import type { JsonSchema } from "../ir/types.js";
import { isJsonObject, type JsonObject } from "../support/json.js";

/** What a `$ref` of `#/definitions/Name` leads to. For example `new Map([["StateVersion", { type: "object" }]])`. */
export type Definitions = ReadonlyMap<string, JsonSchema>;

const PREFIX = /^#\/(?:definitions|\$defs)\/([^/]+)$/;

/** The definition that a `$ref` names, or undefined where it leads elsewhere. */
export function resolveReference(reference: string, definitions: Definitions): JsonSchema | undefined {
  const name = PREFIX.exec(reference)?.[1];
  if (name === undefined) return undefined;
  return definitions.get(name) ?? definitions.get(decodePointerToken(name));
}

/** The definitions of a JSON Schema document as a map. For example `definitionsOf(JSON.parse(text))`. */
export function definitionsOf(document: JsonObject): Definitions {
  const found = new Map<string, JsonSchema>();
  for (const keyword of ["$defs", "definitions"]) {
    const definitions = document[keyword];
    if (!isJsonObject(definitions)) continue;
    for (const [name, schema] of Object.entries(definitions)) {
      if (typeof schema === "boolean" || isJsonObject(schema)) found.set(name, schema);
    }
  }
  return found;
}

function decodePointerToken(token: string): string {
  return token
    .replaceAll(/%[0-9A-Fa-f]{2}/g, (code) => String.fromCodePoint(Number.parseInt(code.slice(1), 16)))
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}
