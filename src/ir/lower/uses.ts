import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { DefinitionUse, JsonSchema } from "../types.js";
import { SCHEMA_ARRAY_KEYWORDS, SCHEMA_KEYWORDS, SCHEMA_MAP_KEYWORDS } from "./keywords.js";
import type { NamedSchemas } from "./named-schemas.js";

function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The schemas directly inside a schema, each with its pointer token or tokens, in document order. */
function* subschemas(schema: JsonObject): Generator<readonly [pointer: string, subschema: JsonValue]> {
  for (const [keyword, value] of Object.entries(schema)) {
    const at = `/${escapeToken(keyword)}`;
    if (isJsonArray(value) && (keyword === "items" || SCHEMA_ARRAY_KEYWORDS.has(keyword))) {
      for (const [index, item] of value.entries()) yield [`${at}/${index}`, item];
    } else if (isJsonObject(value) && SCHEMA_MAP_KEYWORDS.has(keyword)) {
      for (const [key, item] of Object.entries(value)) yield [`${at}/${escapeToken(key)}`, item];
    } else if (keyword === "items" || SCHEMA_KEYWORDS.has(keyword)) yield [at, value];
  }
}

/** Finds where registered definitions stand inside a declaration's schema: outermost only, in document order. */
export function findUses(schema: JsonSchema, names: NamedSchemas): readonly DefinitionUse[] {
  const uses: DefinitionUse[] = [];
  const visit = (node: JsonObject, at: string): void => {
    for (const [step, item] of subschemas(node)) {
      if (!isJsonObject(item)) continue;
      const pointer = at + step;
      const target = names.nameOf(item);
      if (target === undefined) visit(item, pointer);
      else uses.push({ pointer, target, exact: names.isExactly(item, target) });
    }
  };
  if (isJsonObject(schema)) visit(schema, "");
  return uses;
}
