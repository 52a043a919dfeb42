import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Addition } from "./add-operation.js";
import { addDiagnostics } from "./diagnostics.js";
import { parseFields } from "./field.js";

/** What is said of a method or an event, as text. */
export interface AdditionText {
  /** `method` or `event`. */
  readonly kind: string;
  readonly name: string;
  /** `params`, `result`, `payload` (text) and `set` (a list of `key=value`). */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Reads fields and facts; undefined, with the reasons reported, where they cannot be read. */
export function readAddition(
  { kind, name, options }: AdditionText,
  diagnostics: DiagnosticCollector,
): Addition | undefined {
  const facts = readFacts(options["set"], diagnostics);
  const wanted = kind === "event" ? ["payload"] : ["params", "result"];
  const schemas = wanted.map((key) => parseFields(textOf(options[key]), diagnostics));
  const known = schemas.filter((fields) => fields !== undefined);
  if (facts === undefined || known.length < schemas.length) return undefined;
  return { kind: kind === "event" ? "event" : "method", name, schemas: known, facts };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function readFacts(set: unknown, diagnostics: DiagnosticCollector): Readonly<Record<string, string>> | undefined {
  const entries: (readonly [string, string])[] = [];
  for (const fact of Array.isArray(set) ? set.map(String) : []) {
    const [, key = "", value = ""] = /^([\w$-]+)=(.*)$/su.exec(fact) ?? [];
    if (key === "") {
      diagnostics.report(addDiagnostics.create("invalid-fact", { fact }));
      return undefined;
    }
    entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}
