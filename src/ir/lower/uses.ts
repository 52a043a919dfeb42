import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { DefinitionUse, JsonSchema } from "../types.js";
import { SCHEMA_ARRAY_KEYWORDS, SCHEMA_KEYWORDS, SCHEMA_MAP_KEYWORDS } from "./keywords.js";
import type { NamedSchemas } from "./named-schemas.js";

function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A step on the way to a schema: from the step before it, by pointer tokens. */
interface Step {
  readonly from: Step | undefined;
  readonly tokens: readonly string[];
}

/** Only few of the places that are passed hold a use: the text of a way is made for those alone. */
function pointerOf({ from, tokens }: Step): string {
  const own = tokens.map((token) => `/${escapeToken(token)}`).join("");
  return from === undefined ? own : pointerOf(from) + own;
}

type VisitSubschema = (subschema: JsonValue, ...tokens: readonly string[]) => void;

/** Visits the schemas directly inside a schema, each with its pointer token or tokens, in document order. */
function visitSubschemas(schema: JsonObject, visit: VisitSubschema): void {
  for (const [keyword, value] of Object.entries(schema)) {
    if (isJsonArray(value) && (keyword === "items" || SCHEMA_ARRAY_KEYWORDS.has(keyword))) {
      value.forEach((item, index) => visit(item, keyword, String(index)));
    } else if (isJsonObject(value) && SCHEMA_MAP_KEYWORDS.has(keyword)) {
      for (const [key, item] of Object.entries(value)) visit(item, keyword, key);
    } else if (keyword === "items" || SCHEMA_KEYWORDS.has(keyword)) visit(value, keyword);
  }
}

/** Finds where registered definitions stand inside a declaration's schema: outermost only, in document order. */
export function findUses(schema: JsonSchema, names: NamedSchemas): readonly DefinitionUse[] {
  const uses: DefinitionUse[] = [];
  const visit = (node: JsonObject, from: Step | undefined): void =>
    visitSubschemas(node, (item, ...tokens) => {
      if (!isJsonObject(item)) return;
      const step = { from, tokens };
      const target = names.nameOf(item);
      if (target === undefined) visit(item, step);
      else uses.push({ pointer: pointerOf(step), target, exact: names.isExactly(item, target) });
    });
  if (isJsonObject(schema)) visit(schema, undefined);
  return uses;
}
