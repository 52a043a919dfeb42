import { describeValue } from "../support/describe-value.js";
import { isRecord } from "../support/json.js";
import { registryDiagnostics } from "./diagnostics.js";
import type { ReadExport } from "./read-export.js";

/** One row of a table of methods or events, whatever its layout. */
export interface OperationRow {
  readonly name: string;
  /** Where it stands in the export. For example `[3]`, `["chat.send"]`. */
  readonly place: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What the elements of a tuple row after the name mean. */
const TUPLE_FIELDS = ["family", "scope", "since", "policy"] as const;

/**
 * Brings a table into rows. Layouts: a string array, an object `name → {…}`, rows `{ name, … }`, tuples
 * `[name, family, scope, since, policy]`. A row with a finding is undefined, and so is a table that is none.
 */
export function operationRows(read: ReadExport): readonly (OperationRow | undefined)[] | undefined {
  const { source, name, value, diagnostics } = read;
  if (Array.isArray(value)) return value.map((row: unknown, index) => arrayRow(read, row, `[${index}]`));
  if (isRecord(value)) return Object.entries(value).map(([key, row]) => objectRow(read, key, row));
  const expected = "an array of names or rows, or an object by name";
  const received = describeValue(value);
  diagnostics.report(registryDiagnostics.create("invalid-export", { source, name, expected, received }));
  return undefined;
}

function objectRow(read: ReadExport, name: string, row: unknown): OperationRow | undefined {
  const place = `[${JSON.stringify(name)}]`;
  if (isRecord(row)) return { name, place, fields: row };
  return refuse(read, { place, expected: "an object such as { scope, since }", row });
}

function arrayRow(read: ReadExport, row: unknown, place: string): OperationRow | undefined {
  if (typeof row === "string" && row !== "") return { name: row, place, fields: {} };
  if (Array.isArray(row)) return tupleRow(read, row, place);
  if (isRecord(row)) {
    const { name, ...fields } = row;
    if (typeof name === "string" && name !== "") return { name, place, fields };
    return refuse(read, { place: `${place}.name`, expected: "a string that is not empty", row: name });
  }
  return refuse(read, { place, expected: "a name, a row { name, … } or a tuple [name, …]", row });
}

function tupleRow(read: ReadExport, row: readonly unknown[], place: string): OperationRow | undefined {
  const [name, ...values] = row;
  if (typeof name !== "string" || name === "") {
    return refuse(read, { place: `${place}[0]`, expected: "a string that is not empty", row: name });
  }
  if (values.length > TUPLE_FIELDS.length) {
    const expected = `a tuple [name, ${TUPLE_FIELDS.join(", ")}]`;
    return refuse(read, { place, expected, row });
  }
  const fields = values.map((value, index) => [TUPLE_FIELDS[index] ?? "", value] as const);
  return { name, place, fields: Object.fromEntries(fields) };
}

function refuse(read: ReadExport, found: { place: string; expected: string; row: unknown }): undefined {
  const { source, name, diagnostics } = read;
  const { place, expected, row } = found;
  const received = describeValue(row);
  diagnostics.report(registryDiagnostics.create("invalid-entry", { source, name, place, expected, received }));
  return undefined;
}
