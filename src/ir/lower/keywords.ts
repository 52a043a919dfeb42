/** Keywords whose value is one schema. */
export const SCHEMA_KEYWORDS: ReadonlySet<string> = new Set([
  "additionalItems",
  "additionalProperties",
  "contains",
  "else",
  "if",
  "not",
  "propertyNames",
  "then",
]);

/** Keywords whose value is an array of schemas. `items` may be either. */
export const SCHEMA_ARRAY_KEYWORDS: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);

/** Keywords whose value maps names to schemas. `dependencies` also maps to arrays of names. */
export const SCHEMA_MAP_KEYWORDS: ReadonlySet<string> = new Set([
  "$defs",
  "definitions",
  "dependencies",
  "patternProperties",
  "properties",
]);

/** Keywords that say nothing about which values are valid. A copy that differs in these alone is the same type. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  "$comment",
  "$id",
  "default",
  "deprecated",
  "description",
  "examples",
  "readOnly",
  "title",
  "writeOnly",
]);

/** The seven types of JSON Schema. Any other `type` is something that JSON cannot hold. */
export const JSON_TYPES: ReadonlySet<string> = new Set([
  "array",
  "boolean",
  "integer",
  "null",
  "number",
  "object",
  "string",
]);

type Form = "count" | "number" | "string" | "pattern" | "boolean" | "names" | "type" | "values";

/** The forms of the keywords that are no schemas, from the draft-07 meta-schema. */
export const KEYWORD_FORMS: Readonly<Record<string, Form>> = {
  enum: "values",
  exclusiveMaximum: "number",
  exclusiveMinimum: "number",
  format: "string",
  maxItems: "count",
  maxLength: "count",
  maxProperties: "count",
  maximum: "number",
  minItems: "count",
  minLength: "count",
  minProperties: "count",
  minimum: "number",
  multipleOf: "number",
  pattern: "pattern",
  required: "names",
  type: "type",
  uniqueItems: "boolean",
};
