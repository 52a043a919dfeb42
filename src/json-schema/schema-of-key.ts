import { isJsonObject, type JsonObject } from "../support/json.js";
import { intersect } from "./intersect.js";
import { compilePattern } from "./pattern.js";
import { isSchema, type JsonSchema, member, schemaEntries } from "./schema.js";

/**
 * What an object says of the value under a key: its property, every pattern that the key matches, and only where it has
 * neither, `additionalProperties`. For example `"a"` of `{ additionalProperties: { type: "integer" } }` is an integer.
 */
export function schemaOfKey(schema: JsonObject, key: string): JsonSchema {
  const { properties, additionalProperties } = schema;
  const own = isJsonObject(properties) ? member(properties, key) : undefined;
  const matching = schemaEntries(schema["patternProperties"])
    .filter(([pattern]) => compilePattern(pattern)?.test(key) ?? false)
    .map(([, values]) => values);
  const [first, ...more] = isSchema(own) ? [own, ...matching] : matching;
  if (first !== undefined) return more.reduce(intersect, first);
  return isSchema(additionalProperties) ? additionalProperties : true;
}
