import { describeValue } from "../support/describe-value.js";
import { isRecord, type JsonObject, type JsonValue } from "../support/json.js";
import { registryDiagnostics } from "./diagnostics.js";
import type { ReadExport } from "./read-export.js";

/** What JSON cannot hold, and where it is. */
interface NotJson {
  readonly place: string;
  readonly received: string;
}

/** Copies what a registry says of a method or an event as JSON. Undefined, with a finding, where JSON cannot hold it. */
export function readMetadata(
  read: ReadExport,
  place: string,
  fields: Readonly<Record<string, unknown>>,
): JsonObject | undefined {
  const faults: NotJson[] = [];
  const copy = jsonFields(fields, { place, within: [], faults });
  for (const fault of faults) {
    const { source, name } = read;
    read.diagnostics.report(registryDiagnostics.create("metadata-not-json", { source, name, ...fault }));
  }
  return faults.length === 0 ? copy : undefined;
}

interface CopyContext {
  readonly place: string;
  /** The objects around the value: one that holds itself has no end. */
  readonly within: readonly object[];
  readonly faults: NotJson[];
}

function jsonFields(fields: Readonly<Record<string, unknown>>, context: CopyContext): JsonObject {
  const inner = { ...context, within: [...context.within, fields] };
  const copied = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, jsonValue(value, { ...inner, place: `${context.place}.${key}` })] as const);
  return Object.fromEntries(copied);
}

function jsonValue(value: unknown, context: CopyContext): JsonValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "object" && !context.within.includes(value)) {
    if (Array.isArray(value)) {
      const inner = { ...context, within: [...context.within, value] };
      return value.map((item: unknown, index) => jsonValue(item, { ...inner, place: `${context.place}[${index}]` }));
    }
    if (isRecord(value) && isPlain(value)) return jsonFields(value, context);
  }
  const isCircle = typeof value === "object" && context.within.includes(value);
  const received = isCircle ? "an object that holds itself" : describeValue(value);
  context.faults.push({ place: context.place, received });
  return null;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
