import { fromPointer } from "../../json-schema/pointer.js";
import { type Definitions, resolveReference } from "../../json-schema/references.js";
import { isSchema, type JsonSchema, schemaEntries } from "../../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { patternLanguage } from "../containment/pattern-language.js";
import { findText } from "../containment/find-text.js";

/**
 * A schema of messages in which something stands at a place. For example of the pointer `/properties/jobs/items` it says
 * that there are jobs, and that the first of them is `inner`.
 */
export function pathSchema(
  root: JsonSchema,
  pointer: string,
  { inner, definitions }: { readonly inner: JsonSchema; readonly definitions: Definitions },
): JsonSchema {
  const build = (schema: JsonSchema, tokens: readonly string[]): JsonSchema => {
    const [keyword, next = "", ...rest] = tokens;
    if (keyword === undefined || !isJsonObject(schema)) return inner;
    const target =
      typeof schema["$ref"] === "string" && !Object.hasOwn(schema, keyword)
        ? resolveReference(schema["$ref"], definitions)
        : undefined;
    if (target !== undefined) return build(target, tokens);
    const value = schema[keyword];
    const below = (key: string): JsonSchema => build(memberOf(value, key), rest);
    const whole = (): JsonSchema => build(isSchema(value) ? value : true, tokens.slice(1));
    switch (keyword) {
      case "properties":
        return keyed(next, below(next));
      case "patternProperties":
        return keyed(textLike(next), below(next));
      case "additionalProperties":
        return keyed(otherKey(schema), whole());
      case "items":
        return isJsonArray(value) ? placed(Number(next), below(next)) : placed(0, whole());
      case "additionalItems":
        return placed(isJsonArray(schema["items"]) ? schema["items"].length : 0, whole());
      case "contains":
        return { type: "array", contains: whole() };
      case "anyOf":
      case "oneOf":
        return { allOf: [memberOf(value, next), below(next)] };
      case "allOf":
        return below(next);
      default:
        return inner;
    }
  };
  return build(root, fromPointer(pointer));
}

function memberOf(value: JsonValue | undefined, key: string): JsonSchema {
  const found = isJsonArray(value)
    ? value[Number(key)]
    : isJsonObject(value) && Object.hasOwn(value, key)
      ? value[key]
      : undefined;
  return isSchema(found) ? found : true;
}

function keyed(key: string, inner: JsonSchema): JsonSchema {
  return { type: "object", required: [key], properties: { [key]: inner } };
}

function placed(index: number, inner: JsonSchema): JsonSchema {
  const items = [...Array.from({ length: index }, () => true), inner];
  return { type: "array", minItems: index + 1, items };
}

function textLike(pattern: string): string {
  const language = patternLanguage(pattern);
  const found = language === undefined ? undefined : findText(language, 1);
  return found?.kind === "found" ? found.text : "key";
}

function otherKey({ properties, patternProperties }: JsonObject): string {
  const names = new Set(schemaEntries(properties).map(([name]) => name));
  const patterns = schemaEntries(patternProperties).map(([pattern]) => new RegExp(pattern, "u"));
  const candidates = ["key", "extra", "other", "zz", "0", "~"];
  return candidates.find((key) => !names.has(key) && !patterns.some((pattern) => pattern.test(key))) ?? "key";
}
