import type { Declaration, JsonSchema } from "../../../ir/types.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../../support/json.js";

const PREFIX = "#/definitions/";

/** A declaration's schema with the definitions that its references lead to, so that it can be compiled alone. */
export function selfContained(declaration: Declaration, registered: ReadonlyMap<string, Declaration>): JsonSchema {
  const { schema } = declaration;
  if (typeof schema === "boolean") return schema;
  const needed = new Map<string, JsonSchema>();
  const waiting = [...referencesIn(schema)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const target = registered.get(name);
    if (target === undefined || needed.has(name)) continue;
    needed.set(name, target.schema);
    waiting.push(...referencesIn(target.schema));
  }
  if (needed.size === 0) return schema;
  const own = isJsonObject(schema["definitions"]) ? schema["definitions"] : {};
  return { ...schema, definitions: { ...own, ...Object.fromEntries(needed) } };
}

/** The definitions that a schema refers to, by name. */
function referencesIn(value: JsonValue): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(referencesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "$ref" && typeof member === "string" ? definitionNames(member) : referencesIn(member),
  );
}

function definitionNames(reference: string): readonly string[] {
  if (!reference.startsWith(PREFIX)) return [];
  const [name = ""] = reference.slice(PREFIX.length).split("/");
  return [decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~")];
}
