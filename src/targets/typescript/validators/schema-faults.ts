import type { DiagnosticCollector } from "../../../diagnostics/collector.js";
import { validatorDiagnostics } from "./diagnostics.js";

/** Reports what is wrong with schemas, each thing once: the same sub-schema is met in many places. */
export interface SchemaFaults {
  unknownKeyword(keyword: string, place: string): void;
  unknownFormat(format: string, place: string): void;
  unresolvedRef(ref: string, place: string): void;
  circularRef(ref: string, place: string): void;
  invalidPattern(pattern: string, reason: string, place: string): void;
  malformedKeyword(keyword: string, expected: string, place: string): void;
}

/** Makes a reporter into a collector. */
export function createSchemaFaults(diagnostics: DiagnosticCollector): SchemaFaults {
  const reported = new Set<string>();
  const once = (key: string, report: () => void): void => {
    if (reported.has(key)) return;
    reported.add(key);
    report();
  };
  const create = validatorDiagnostics.create;
  return {
    unknownKeyword: (keyword, path) =>
      once(`keyword ${keyword}`, () => diagnostics.report(create("unknown-keyword", { keyword }, { path }))),
    unknownFormat: (format, path) =>
      once(`format ${format}`, () => diagnostics.report(create("unknown-format", { format }, { path }))),
    unresolvedRef: (ref, path) =>
      once(`ref ${ref}`, () => diagnostics.report(create("unresolved-ref", { ref }, { path }))),
    circularRef: (ref, path) =>
      once(`circle ${ref}`, () => diagnostics.report(create("circular-ref", { ref }, { path }))),
    invalidPattern: (pattern, reason, path) =>
      once(`pattern ${pattern}`, () => diagnostics.report(create("invalid-pattern", { pattern, reason }, { path }))),
    malformedKeyword: (keyword, expected, path) =>
      once(`malformed ${keyword} ${path}`, () =>
        diagnostics.report(create("malformed-keyword", { keyword, expected }, { path })),
      ),
  };
}
