import type { JsonObject } from "../../support/json.js";
import type { SchemaPath } from "../../schema-path/schema-path.js";
import type { JsonSchema } from "../../json-schema/schema.js";

/** The registry's schemas as plain draft-07, and what is known of the names in them. */
export interface PlainSchemas {
  /** Registered definitions in registry order, each followed by the auxiliary ones that its recursion needed. */
  readonly definitions: ReadonlyMap<string, JsonSchema>;
  /** Where the author wrote a definition: under its name, or for an auxiliary one in the schema that needed it. */
  sourceOf(definition: string): SchemaPath;
  /** The definition that a plain node is by the identity of its schema object or by its `$id`. */
  nameOf(node: JsonObject): string | undefined;
  /** The definition that a registered schema object is. For schema objects in method and event tables. */
  nameOfSource(schema: object): string | undefined;
}
