import type { JsonSchema } from "../../src/json-schema/schema.js";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";

/** AJV's verdict on a value. */
export type Oracle = (value: unknown) => boolean;

/** Compiles schemas of one document with AJV; `#/definitions/Name` leads to `definitions`. */
export function createOracle(definitions: ReadonlyMap<string, JsonSchema>): (schema: JsonSchema) => Oracle {
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats.default(ajv);
  const all = Object.fromEntries(definitions);
  return (schema) => {
    if (typeof schema === "boolean") return () => schema;
    return ajv.compile(JSON.stringify(schema).includes('"$ref"') ? { ...schema, definitions: all } : { ...schema });
  };
}
