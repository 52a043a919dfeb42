import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { keywordRow } from "./keywords.js";
import { toPointer } from "./pointer.js";
import { isSchema, type JsonSchema } from "./schema.js";

type VisitValue = (value: JsonValue, tokens: readonly string[]) => void;

/** Visits what stands where a keyword holds schemas, each with its pointer tokens, in document order. */
export function visitHeld(keyword: string, value: JsonValue, visit: VisitValue): void {
  switch (keywordRow(keyword)?.holds) {
    case "schema":
      return visit(value, [keyword]);
    case "schemas":
    case "schema or schemas":
      if (!isJsonArray(value)) return visit(value, [keyword]);
      return value.forEach((item, index) => visit(item, [keyword, String(index)]));
    case "schemas by key":
    case "schemas or names by key":
      if (!isJsonObject(value)) return undefined;
      return Object.entries(value).forEach(([key, item]) => visit(item, [keyword, key]));
    default:
      return undefined;
  }
}

/** Visits the schemas directly inside a schema, each with its pointer tokens, in document order. */
export function visitSubschemas(
  schema: JsonObject,
  visit: (subschema: JsonSchema, tokens: readonly string[]) => void,
): void {
  for (const [keyword, value] of Object.entries(schema)) {
    visitHeld(keyword, value, (item, tokens) => {
      if (isSchema(item)) visit(item, tokens);
    });
  }
}

/**
 * Visits a schema and every schema inside it, outermost first, with its JSON pointer. Constants, defaults and examples are
 * data: what looks like a schema there is none.
 */
export function walkSchema(schema: JsonSchema, visit: (schema: JsonSchema, pointer: string) => void): void {
  const enter = (item: JsonSchema, pointer: string): void => {
    visit(item, pointer);
    if (!isJsonObject(item)) return;
    visitSubschemas(item, (inner, tokens) => enter(inner, pointer + toPointer(tokens)));
  };
  enter(schema, "");
}
