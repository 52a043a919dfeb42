import { describeValue } from "../support/describe-value.js";
import { isRecord, type JsonObject } from "../support/json.js";
import { registryDiagnostics } from "./diagnostics.js";
import { operationRows, type OperationRow } from "./operation-rows.js";
import type { ReadExport } from "./read-export.js";
import type { RegistryEvent, RegistryMethod } from "./registry.js";
import { readMetadata } from "./read-metadata.js";

/** A method or an event, before it is known which of its fields tie it to schemas. */
interface Operation {
  readonly name: string;
  readonly schemas: Readonly<Record<string, string | object>>;
  readonly metadata: JsonObject;
}

/** Reads the table of methods in any of its layouts. Undefined after a finding. */
export function readMethods(read: ReadExport): readonly RegistryMethod[] | undefined {
  return readOperations(read, ["params", "result"])?.map(({ name, schemas, metadata }) => ({
    name,
    ...schemas,
    metadata,
  }));
}

/** Reads the table of events in any of its layouts. Undefined after a finding. */
export function readEvents(read: ReadExport): readonly RegistryEvent[] | undefined {
  return readOperations(read, ["payload"])?.map(({ name, schemas, metadata }) => ({ name, ...schemas, metadata }));
}

function readOperations(read: ReadExport, schemaKeys: readonly string[]): readonly Operation[] | undefined {
  const rows = operationRows(read);
  const operations = rows?.map((row) => (row === undefined ? undefined : readOperation(read, row, schemaKeys)));
  const sound = operations?.filter((operation) => operation !== undefined);
  const unique = reportRepeats(read, sound ?? []);
  return unique && sound?.length === operations?.length ? sound : undefined;
}

function readOperation(read: ReadExport, row: OperationRow, schemaKeys: readonly string[]): Operation | undefined {
  const fields = Object.entries(row.fields);
  const rest = Object.fromEntries(fields.filter(([key]) => !schemaKeys.includes(key)));
  const ties = fields.filter(([key, value]) => schemaKeys.includes(key) && isTie(value));
  const wrong = ties.filter(([, value]) => !isSchemaOrName(value));
  for (const [key, value] of wrong) {
    const entry = {
      place: `${row.place}.${key}`,
      expected: "a schema or a schema's name",
      received: describeValue(value),
    };
    read.diagnostics.report(registryDiagnostics.create("invalid-entry", { ...placeOf(read), ...entry }));
  }
  const metadata = readMetadata(read, row.place, rest);
  if (wrong.length > 0 || metadata === undefined) return undefined;
  const schemas = ties.flatMap(([key, value]) => (isSchemaOrName(value) ? [[key, value] as const] : []));
  return { name: row.name, schemas: Object.fromEntries(schemas), metadata };
}

/** Null and undefined both say that the registry ties no schema here. */
function isTie(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isSchemaOrName(value: unknown): value is string | object {
  return typeof value === "string" || isRecord(value);
}

function reportRepeats(read: ReadExport, operations: readonly Operation[]): boolean {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of operations) (seen.has(name) ? repeated : seen).add(name);
  for (const entry of repeated) {
    read.diagnostics.report(registryDiagnostics.create("duplicate-name", { ...placeOf(read), entry }));
  }
  return repeated.size === 0;
}

function placeOf({ source, name }: ReadExport): { readonly source: string; readonly name: string } {
  return { source, name };
}
