import { isRecord } from "../support/json.js";
import { indexedPath, keywordPath, propertyPath, type SchemaPath } from "./schema-path.js";

/** Keywords that hold one schema, a list of them, or schemas by key. `items` holds one or a list. */
const SINGLE = "items additionalItems additionalProperties contains propertyNames not if then else".split(" ");
const LISTED = "anyOf oneOf allOf items".split(" ");
const KEYED = "patternProperties $defs definitions dependencies".split(" ");

/** A schema inside another one, as its author wrote it. */
export interface InnerSchema {
  readonly path: SchemaPath;
  readonly schema: unknown;
}

/**
 * The schemas directly inside an author's schema with their paths: properties first, then by keyword. A schema that
 * carries its own definitions and is one of them (`$defs` beside `$ref`) is taken for that one.
 * For example `innerSchemas("Job", { items: [a, b] })` → `Job.items[0]` and `Job.items[1]`.
 */
export function innerSchemas(path: SchemaPath, schema: Readonly<Record<string, unknown>>): readonly InnerSchema[] {
  const { properties, $defs: carried, $ref: entry } = schema;
  const own = isRecord(carried) && typeof entry === "string" ? carried[entry] : undefined;
  const named = isRecord(properties) ? Object.entries(properties) : [];
  return [
    ...(isRecord(own) ? innerSchemas(path, own) : []),
    ...named.map(([name, inner]) => ({ path: propertyPath(path, name), schema: inner })),
    ...LISTED.flatMap((keyword) => listed(path, keyword, schema[keyword])),
    ...SINGLE.flatMap((keyword) => {
      const inner = schema[keyword];
      return isRecord(inner) ? [{ path: keywordPath(path, keyword), schema: inner }] : [];
    }),
    ...KEYED.flatMap((keyword) => keyed(keywordPath(path, keyword), schema[keyword])),
  ];
}

function listed(path: SchemaPath, keyword: string, value: unknown): readonly InnerSchema[] {
  if (!Array.isArray(value)) return [];
  return value.map((schema: unknown, index) => ({ path: indexedPath(path, keyword, index), schema }));
}

function keyed(path: SchemaPath, value: unknown): readonly InnerSchema[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, schema]) =>
    isRecord(schema) ? [{ path: propertyPath(path, key), schema }] : [],
  );
}
