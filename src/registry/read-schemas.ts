import { describeValue } from "../support/describe-value.js";
import { isRecord } from "../support/json.js";
import { MAX_SCHEMA_NESTING } from "../support/nesting.js";
import { createNestingOf } from "../support/nesting-of.js";
import { registryDiagnostics } from "./diagnostics.js";
import type { ReadExport } from "./read-export.js";

/**
 * Reads the registered schemas, in the author's order and with their identity. A boolean schema becomes the object that
 * means the same: `{}` for true, `{ not: {} }` for false. Undefined where the export is no registry at all.
 */
export function readSchemas({ source, name, value, diagnostics }: ReadExport): ReadonlyMap<string, object> | undefined {
  if (!isRecord(value) || value instanceof Map) {
    const expected = "an object that maps names to schemas";
    const received = describeValue(value);
    diagnostics.report(registryDiagnostics.create("invalid-export", { source, name, expected, received }));
    return undefined;
  }
  const schemas = new Map<string, object>();
  const entries = Object.entries(value);
  const nestingOf = createNestingOf();
  for (const [entry, schema] of entries) {
    const read = schemaObject(schema);
    const levels = read === undefined ? 0 : nestingOf(read);
    if (levels > MAX_SCHEMA_NESTING) {
      const found = { source, name, entry, levels };
      diagnostics.report(registryDiagnostics.create("nested-too-deep", found, { path: entry }));
    } else if (read !== undefined) schemas.set(entry, read);
    else reportSchema({ source, name, value: schema, diagnostics }, entry);
  }
  if (entries.length === 0) diagnostics.report(registryDiagnostics.create("empty-registry", { source, name }));
  return schemas.size === 0 || schemas.size < entries.length ? undefined : schemas;
}

function schemaObject(schema: unknown): object | undefined {
  if (typeof schema === "boolean") return schema ? {} : { not: {} };
  return isRecord(schema) && foreignLibrary(schema) === undefined ? schema : undefined;
}

/** The library that made a schema which is not JSON Schema, as libraries tell each other. For example `zod`. */
function foreignLibrary(schema: unknown): string | undefined {
  const isHolder = isRecord(schema) || typeof schema === "function";
  const standard: unknown = isHolder ? Reflect.get(schema, "~standard") : undefined;
  const vendor = isRecord(standard) ? standard["vendor"] : undefined;
  return typeof vendor === "string" && !/typebox/iu.test(vendor) ? vendor : undefined;
}

function reportSchema({ source, name, value, diagnostics }: ReadExport, entry: string): void {
  const library = foreignLibrary(value);
  const received = library === undefined ? describeValue(value) : `a schema of ${library}`;
  diagnostics.report(registryDiagnostics.create("invalid-schema", { source, name, entry, received }, { path: entry }));
}
