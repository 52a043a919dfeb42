/** How a keyword holds schemas: itself, in a list, by key, or (in `items`, `dependencies`) one way or the other. */
export type KeywordShape = "schema" | "list" | "map" | "schema or list" | "dependencies";

/** The keywords of draft-07 that hold schemas. */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, KeywordShape> = new Map<string, KeywordShape>([
  ["additionalItems", "schema"],
  ["additionalProperties", "schema"],
  ["allOf", "list"],
  ["anyOf", "list"],
  ["contains", "schema"],
  ["dependencies", "dependencies"],
  ["else", "schema"],
  ["if", "schema"],
  ["items", "schema or list"],
  ["not", "schema"],
  ["oneOf", "list"],
  ["patternProperties", "map"],
  ["properties", "map"],
  ["propertyNames", "schema"],
  ["then", "schema"],
]);

/** The keywords of draft-07 that hold plain values, and what the value has to be. */
export const VALUE_KEYWORDS: ReadonlySet<string> = new Set([
  "const",
  "enum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "format",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "pattern",
  "required",
  "type",
  "uniqueItems",
]);

/** Keywords that say something about a schema and nothing about a value: JSON Schema's, TypeBox's and OpenAPI's. */
export const ANNOTATION_KEYWORDS: ReadonlySet<string> = new Set([
  "$comment",
  "$defs",
  "$id",
  "$schema",
  "contentEncoding",
  "contentMediaType",
  "default",
  "definitions",
  "deprecated",
  "description",
  "discriminator",
  "example",
  "examples",
  "externalDocs",
  "readOnly",
  "title",
  "writeOnly",
  "xml",
]);
