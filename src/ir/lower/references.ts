import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { JsonSchema } from "../types.js";

/** Follows references to definitions until a schema that is none. */
export type Dereference = (schema: JsonSchema) => JsonSchema;

const PREFIX = /^#\/(?:definitions|\$defs)\//;

/** The pointer tokens of a reference into the definitions. For example `#/definitions/A/items` → `["A", "items"]`. */
export function pointerTokens(ref: string): readonly string[] | undefined {
  if (!PREFIX.test(ref)) return undefined;
  const tokens = ref.replace(PREFIX, "").split("/");
  return tokens.map((token) => decodeFragment(token).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A percent sign that starts no escape is one that the author meant. */
function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A lone surrogate has no form in a URI: such a name stays as it is. */
function encodeFragment(text: string): string {
  return /\p{Surrogate}/u.test(text) ? text : encodeURI(text);
}

/** The `$ref` to a definition. A JSON pointer in a URI fragment: `~`, `/` and what a URI cannot hold are escaped. */
export function referenceTo(name: string): string {
  return `#/definitions/${encodeFragment(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
}

/** The definition that a reference names as a whole, or undefined where it points elsewhere. */
export function definitionOf(ref: JsonValue | undefined): string | undefined {
  if (typeof ref !== "string") return undefined;
  const tokens = pointerTokens(ref);
  return tokens?.length === 1 ? tokens[0] : undefined;
}

function follow(definitions: ReadonlyMap<string, JsonSchema>, ref: string): JsonSchema | undefined {
  const [name, ...rest] = pointerTokens(ref) ?? [];
  let node: JsonValue | undefined = name === undefined ? undefined : definitions.get(name);
  for (const token of rest) {
    node = isJsonArray(node) ? node[Number(token)] : isJsonObject(node) ? node[token] : undefined;
  }
  return typeof node === "boolean" || isJsonObject(node) ? node : undefined;
}

/**
 * Makes the function that follows references until a schema that is none. References that lead round in a circle end at
 * one of themselves; a reference that leads nowhere ends at `true`.
 */
export function createDereference(definitions: ReadonlyMap<string, JsonSchema>): Dereference {
  return (schema) => {
    let target = schema;
    const passed = new Set<JsonObject>();
    while (typeof target === "object" && typeof target["$ref"] === "string" && !passed.has(target)) {
      passed.add(target);
      target = follow(definitions, target["$ref"]) ?? true;
    }
    return target;
  };
}

/** Whether a reference leads to a schema. */
export function resolves(definitions: ReadonlyMap<string, JsonSchema>, ref: string): boolean {
  return follow(definitions, ref) !== undefined;
}
