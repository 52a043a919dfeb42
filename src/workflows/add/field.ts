import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { addDiagnostics } from "./diagnostics.js";

/** One property of a new schema, as the command line says it. */
export interface Field {
  readonly name: string;
  readonly isOptional: boolean;
  /** For example `string`, `CronJob[]`, `on|off`. */
  readonly type: string;
}

const FIELD = /^([A-Za-z_$][\w$]*)(\?)?:([\w$]+(?:\|[\w$-]+)*(?:\[\])*)$/u;

/**
 * Reads fields such as `text:string,limit?:integer`. Reports what is none; undefined then.
 * Text without anything has no fields.
 */
export function parseFields(text: string, diagnostics: DiagnosticCollector): readonly Field[] | undefined {
  const parts = text
    .split(",")
    .map((part) => part.replaceAll(/\s+/gu, ""))
    .filter((part) => part !== "");
  const fields = parts.map((part): Field | undefined => {
    const [, name = "", optional, type = ""] = FIELD.exec(part) ?? [];
    if (name !== "") return { name, isOptional: optional === "?", type };
    diagnostics.report(addDiagnostics.create("invalid-field", { field: part }));
    return undefined;
  });
  const known = fields.filter((field) => field !== undefined);
  const repeated = known.find(({ name }, index) => known.findIndex((other) => other.name === name) !== index);
  if (repeated !== undefined) {
    diagnostics.report(addDiagnostics.create("name-taken", { what: "the field", name: repeated.name }));
    return undefined;
  }
  return known.length === fields.length ? known : undefined;
}
