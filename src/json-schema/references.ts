import { isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { fragmentToken, fromFragment, valueAt } from "./pointer.js";
import { isSchema, type JsonSchema, schemaEntries } from "./schema.js";
import { walkSchema } from "./walk.js";

/** What a `$ref` of `#/definitions/Name` leads to. For example `new Map([["StateVersion", { type: "object" }]])`. */
export type Definitions = ReadonlyMap<string, JsonSchema>;

/** Follows references to definitions until a schema that is none. */
export type Dereference = (schema: JsonSchema) => JsonSchema;

const PREFIX = /^#\/(?:definitions|\$defs)(?=\/)/;

/** The `$ref` to a definition. A JSON pointer in a URI fragment: `~`, `/` and what a URI cannot hold are escaped. */
export function referenceTo(name: string): string {
  return `#/definitions/${fragmentToken(name)}`;
}

/** The pointer tokens of a reference into the definitions. For example `#/definitions/A/items` → `["A", "items"]`. */
export function pointerTokens(ref: string): readonly string[] | undefined {
  return PREFIX.test(ref) ? fromFragment(ref.replace(PREFIX, "")) : undefined;
}

/** The definition that a reference names as a whole, or undefined where it points elsewhere. */
export function definitionOf(ref: JsonValue | undefined): string | undefined {
  if (typeof ref !== "string") return undefined;
  const tokens = pointerTokens(ref);
  return tokens?.length === 1 ? tokens[0] : undefined;
}

/** The schema that a reference leads to, or undefined where it leads nowhere. */
export function resolveReference(ref: string, definitions: Definitions): JsonSchema | undefined {
  const [name, ...rest] = pointerTokens(ref) ?? [];
  const found = name === undefined ? undefined : valueAt(definitions.get(name), rest);
  return isSchema(found) ? found : undefined;
}

/**
 * Makes the function that follows references until a schema that is none. References that lead round in a circle end at
 * one of themselves; a reference that leads nowhere ends at `true`.
 */
export function createDereference(definitions: Definitions): Dereference {
  const ends = new Map<string, JsonSchema>();
  return (schema) => {
    let target = schema;
    const passed = new Set<string>();
    while (typeof target === "object" && typeof target["$ref"] === "string" && !passed.has(target["$ref"])) {
      passed.add(target["$ref"]);
      target = ends.get(target["$ref"]) ?? resolveReference(target["$ref"], definitions) ?? true;
    }
    // Each reference of a long chain is followed once.
    for (const ref of passed) ends.set(ref, target);
    return target;
  };
}

/** A `$ref` somewhere in a schema. For example `{ pointer: "/items", name: "Node", isWhole: true }`. */
export interface FoundReference {
  readonly pointer: string;
  /** The definition that it leads to, or into. */
  readonly name: string;
  /** Whether it leads to the definition itself. */
  readonly isWhole: boolean;
}

/** Every reference of a schema to a definition, or to a part of one, in document order. */
export function referencesIn(schema: JsonSchema): readonly FoundReference[] {
  const found: FoundReference[] = [];
  walkSchema(schema, (item, pointer) => {
    const ref = isJsonObject(item) ? item["$ref"] : undefined;
    const [name, ...rest] = (typeof ref === "string" ? pointerTokens(ref) : undefined) ?? [];
    if (name !== undefined) found.push({ pointer, name, isWhole: rest.length === 0 });
  });
  return found;
}

function namesIn(schema: JsonSchema): readonly string[] {
  return referencesIn(schema).map(({ name }) => name);
}

/** The definitions that a schema needs to stand alone, and no others, in the order in which they are met. */
export function closureOf(schema: JsonSchema, definitions: Definitions): Definitions {
  const needed = new Map<string, JsonSchema>();
  const waiting = namesIn(schema).toReversed();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const target = definitions.get(name);
    if (target === undefined || needed.has(name)) continue;
    needed.set(name, target);
    waiting.push(...namesIn(target).toReversed());
  }
  return needed;
}

/** The definitions of a JSON Schema document as a map. For example `definitionsOf(JSON.parse(text))`. */
export function definitionsOf(document: JsonObject): Definitions {
  return new Map([...schemaEntries(document["$defs"]), ...schemaEntries(document["definitions"])]);
}
