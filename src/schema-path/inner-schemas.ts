import { keywordRow } from "../json-schema/keywords.js";
import { isRecord } from "../support/json.js";
import { indexedPath, keywordPath, propertyPath, type SchemaPath } from "./schema-path.js";

/** A schema inside another one, as its author wrote it. */
export interface InnerSchema {
  readonly path: SchemaPath;
  readonly schema: unknown;
}

/**
 * The schemas directly inside an author's schema with their paths: properties first, then in the order of the keywords.
 * A schema that carries its own definitions and is one of them (`$defs` beside `$ref`) is taken for that one.
 * For example `innerSchemas("Job", { items: [a, b] })` → `Job.items[0]` and `Job.items[1]`.
 */
export function innerSchemas(path: SchemaPath, schema: Readonly<Record<string, unknown>>): readonly InnerSchema[] {
  const { properties, $defs: carried, $ref: entry } = schema;
  const own = isRecord(carried) && typeof entry === "string" ? carried[entry] : undefined;
  const named = isRecord(properties) ? Object.entries(properties) : [];
  return [
    ...(isRecord(own) ? innerSchemas(path, own) : []),
    ...named.map(([name, inner]) => ({ path: propertyPath(path, name), schema: inner })),
    ...Object.entries(schema).flatMap(([keyword, value]) =>
      keyword === "properties" ? [] : held(path, keyword, value),
    ),
  ];
}

/** The schemas that a keyword holds: one, a list, or by key. */
function held(path: SchemaPath, keyword: string, value: unknown): readonly InnerSchema[] {
  const holds = keywordRow(keyword)?.holds ?? "any value";
  if (!holds.startsWith("schema")) return [];
  const under = keywordPath(path, keyword);
  if (Array.isArray(value))
    return value.map((schema: unknown, index) => ({ path: indexedPath(path, keyword, index), schema }));
  if (!isRecord(value)) return [];
  if (!holds.endsWith("by key")) return [{ path: under, schema: value }];
  return Object.entries(value).flatMap(([key, schema]) =>
    isRecord(schema) ? [{ path: propertyPath(under, key), schema }] : [],
  );
}
