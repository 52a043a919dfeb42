/** What a keyword holds: schemas in one of five arrangements, or a plain value of a form. */
export type Holds =
  | "schema"
  | "schemas"
  | "schemas by key"
  | "schema or schemas"
  | "schemas or names by key"
  | "any value"
  | "boolean"
  | "count"
  | "names"
  | "number"
  | "pattern"
  | "string"
  | "type"
  | "values";

/**
 * What a keyword is for. `shape`: what a static type can say. `limit`: what it leaves to validators. `combining`: of
 * other schemas. `identity`: where schemas are found. `foreign`: of another draft, and nothing that draft-07 checks.
 */
export type Role = "annotation" | "identity" | "reference" | "shape" | "limit" | "combining" | "foreign";

/**
 * How two limits of one keyword become one: the greater, the smaller, both where either is set. `joint`: only together
 * with other keywords. `apart`: not at all, both have to be looked at.
 */
export type Meet = "greatest" | "least" | "either" | "joint" | "apart";

/** One keyword. For example `{ holds: "count", role: "limit", of: "string", meet: "least" }`. */
export interface KeywordRow {
  readonly holds: Holds;
  readonly role: Role;
  /** The values that it speaks of; of all where it is left out. */
  readonly of?: "string" | "number" | "array" | "object";
  /** Of a limit alone. */
  readonly meet?: Meet;
}

/** Draft-07, and what TypeBox, OpenAPI and later drafts add that is met in registries. The one list of keywords. */
const TABLE = {
  $comment: { holds: "string", role: "annotation" },
  $schema: { holds: "string", role: "annotation" },
  contentEncoding: { holds: "string", role: "annotation" },
  contentMediaType: { holds: "string", role: "annotation" },
  default: { holds: "any value", role: "annotation" },
  deprecated: { holds: "any value", role: "annotation" },
  description: { holds: "any value", role: "annotation" },
  discriminator: { holds: "any value", role: "annotation" },
  example: { holds: "any value", role: "annotation" },
  examples: { holds: "any value", role: "annotation" },
  externalDocs: { holds: "any value", role: "annotation" },
  readOnly: { holds: "any value", role: "annotation" },
  title: { holds: "any value", role: "annotation" },
  writeOnly: { holds: "any value", role: "annotation" },
  xml: { holds: "any value", role: "annotation" },

  $id: { holds: "string", role: "identity" },
  $defs: { holds: "schemas by key", role: "identity" },
  definitions: { holds: "schemas by key", role: "identity" },
  $ref: { holds: "string", role: "reference" },

  type: { holds: "type", role: "shape" },
  const: { holds: "any value", role: "shape" },
  enum: { holds: "values", role: "shape" },
  items: { holds: "schema or schemas", role: "shape", of: "array" },
  additionalItems: { holds: "schema", role: "shape", of: "array" },
  properties: { holds: "schemas by key", role: "shape", of: "object" },
  patternProperties: { holds: "schemas by key", role: "shape", of: "object" },
  additionalProperties: { holds: "schema", role: "shape", of: "object" },
  required: { holds: "names", role: "shape", of: "object" },

  minLength: { holds: "count", role: "limit", of: "string", meet: "greatest" },
  maxLength: { holds: "count", role: "limit", of: "string", meet: "least" },
  pattern: { holds: "pattern", role: "limit", of: "string", meet: "apart" },
  format: { holds: "string", role: "limit", of: "string", meet: "apart" },
  minimum: { holds: "number", role: "limit", of: "number", meet: "greatest" },
  maximum: { holds: "number", role: "limit", of: "number", meet: "least" },
  exclusiveMinimum: { holds: "number", role: "limit", of: "number", meet: "greatest" },
  exclusiveMaximum: { holds: "number", role: "limit", of: "number", meet: "least" },
  multipleOf: { holds: "number", role: "limit", of: "number", meet: "joint" },
  minItems: { holds: "count", role: "limit", of: "array", meet: "greatest" },
  maxItems: { holds: "count", role: "limit", of: "array", meet: "least" },
  uniqueItems: { holds: "boolean", role: "limit", of: "array", meet: "either" },
  contains: { holds: "schema", role: "limit", of: "array", meet: "apart" },
  minProperties: { holds: "count", role: "limit", of: "object", meet: "greatest" },
  maxProperties: { holds: "count", role: "limit", of: "object", meet: "least" },
  propertyNames: { holds: "schema", role: "limit", of: "object", meet: "joint" },
  dependencies: { holds: "schemas or names by key", role: "limit", of: "object", meet: "joint" },

  allOf: { holds: "schemas", role: "combining" },
  anyOf: { holds: "schemas", role: "combining" },
  oneOf: { holds: "schemas", role: "combining" },
  not: { holds: "schema", role: "combining" },
  if: { holds: "schema", role: "combining" },
  then: { holds: "schema", role: "combining" },
  else: { holds: "schema", role: "combining" },

  unevaluatedProperties: { holds: "schema", role: "foreign", of: "object" },
} as const satisfies Readonly<Record<string, KeywordRow>>;

/** A keyword that the table knows. */
export type Keyword = keyof typeof TABLE;

/** The keywords of a role. For example `KeywordOf<"combining">` is `"allOf" | "anyOf" | …`. */
export type KeywordOf<R extends Role> = {
  readonly [K in Keyword]: (typeof TABLE)[K]["role"] extends R ? K : never;
}[Keyword];

/** What a keyword holds, as a type. For example `HoldsOf<"minLength">` is `"count"`. */
export type HoldsOf<K extends Keyword> = (typeof TABLE)[K]["holds"];

/** A keyword that decides which values are valid: whoever reads schemas has to say what becomes of each. */
export type Assertion = KeywordOf<"shape" | "limit" | "combining">;

const ROWS: ReadonlyMap<string, KeywordRow> = new Map<string, KeywordRow>(Object.entries(TABLE));

/** The row of a keyword; undefined for one that nobody knows. */
export function keywordRow(keyword: string): KeywordRow | undefined {
  return ROWS.get(keyword);
}

/** What a keyword of the table holds. */
export function holdsOf<K extends Keyword>(keyword: K): HoldsOf<K> {
  return TABLE[keyword].holds;
}

/** Whether a keyword decides which values are valid. */
export function isAssertion(keyword: string): keyword is Assertion {
  const role = ROWS.get(keyword)?.role;
  return role === "shape" || role === "limit" || role === "combining";
}

/** Whether a keyword says nothing about which values are valid. `x-…` is everybody's own. */
export function isAnnotation(keyword: string): boolean {
  const role = ROWS.get(keyword)?.role;
  return role === "annotation" || role === "identity" || keyword.startsWith("x-");
}

/** Every keyword that decides which values are valid, in the table's order. */
export const ASSERTIONS: readonly Assertion[] = [...ROWS.keys()].filter(isAssertion);
