import { isJsonArray, isJsonObject, type JsonObject } from "../../support/json.js";
import { createInterner } from "./intern.js";
import type { PlainSchemas } from "./plain-schemas.js";

/** Finds the registered definition that a schema is. */
export interface NamedSchemas {
  /** By the identity of its schema object, then by `$id`, then by a structure that only one definition has. */
  nameOf(schema: JsonObject): string | undefined;
  /** By the identity of its schema object or by `$id` alone. */
  identityOf(schema: JsonObject): string | undefined;
  /** Whether a schema says exactly what a definition says, annotations included. */
  isExactly(schema: JsonObject, name: string): boolean;
  /** Equal exactly for schemas that are equal as JSON. */
  exact(schema: JsonObject | boolean): number;
}

/** Whether a structure says enough to be recognised by it: objects with properties, unions and enums. Never a bare scalar. */
function hasTellingStructure(schema: JsonObject): boolean {
  const properties = schema["properties"];
  if (isJsonObject(properties)) return Object.keys(properties).length > 0;
  const { enum: values } = schema;
  if (isJsonArray(values) && values.length > 1) return true;
  return isJsonArray(schema["anyOf"]) || isJsonArray(schema["oneOf"]) || isJsonArray(schema["allOf"]);
}

/** Indexes the definitions of a registry by identity and by structure. */
export function indexNames(plain: PlainSchemas): NamedSchemas {
  const interner = createInterner();
  const shapes = new Map<number, string | undefined>();
  for (const [name, schema] of plain.definitions) {
    if (typeof schema === "boolean" || !hasTellingStructure(schema)) continue;
    // A second name of one schema object is an alias of the first, and no second structure.
    if ((plain.nameOf(schema) ?? name) !== name) continue;
    const shape = interner.shape(schema);
    shapes.set(shape, shapes.has(shape) ? undefined : name);
  }
  return {
    nameOf: (schema) =>
      plain.nameOf(schema) ?? (hasTellingStructure(schema) ? shapes.get(interner.shape(schema)) : undefined),
    identityOf: (schema) => plain.nameOf(schema),
    isExactly(schema, name) {
      const definition = plain.definitions.get(name);
      return definition !== undefined && interner.exact(schema) === interner.exact(definition);
    },
    exact: (schema) => interner.exact(schema),
  };
}
