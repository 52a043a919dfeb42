import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { isRecord } from "../../support/json.js";
import { nearest } from "../../support/nearest.js";
import { registryDiagnostics } from "../diagnostics.js";

/** Where findings go, and as what the file is named. */
interface ReferenceContext {
  readonly source: string;
  readonly diagnostics: DiagnosticCollector;
}

const REFERENCE = /^#\/(?:definitions|\$defs)\/([^/]*)$/u;

/** Keywords whose values are data, where a `$ref` is a key like any other. */
const DATA = new Set(["const", "enum", "default", "examples"]);

/** Keywords whose values are schemas by name: their keys are names, never keywords. */
const NAMED = new Set(["properties", "patternProperties", "definitions", "$defs", "dependencies", "dependentSchemas"]);

/**
 * Writes every `$ref` of freshly parsed definitions as `#/definitions/Name`, whatever the file calls the place. False,
 * with a finding for each, where one leads nowhere or to something without a name.
 */
export function normaliseReferences(definitions: Record<string, unknown>, context: ReferenceContext): boolean {
  const names = new Set(Object.keys(definitions));
  let sound = true;
  const rewrite = (schema: Record<string, unknown>, path: string): void => {
    const reference = schema["$ref"];
    if (typeof reference !== "string") return;
    const target = definitionName(reference);
    if (target !== undefined && names.has(target)) schema["$ref"] = `#/definitions/${encodeName(target)}`;
    else {
      reportReference({ ...context, reference, target, names: [...names] }, path);
      sound = false;
    }
  };
  for (const [name, schema] of Object.entries(definitions)) visitSchema(schema, name, rewrite);
  return sound;
}

type Visit = (schema: Record<string, unknown>, path: string) => void;

function visitSchema(schema: unknown, path: string, visit: Visit): void {
  if (Array.isArray(schema)) schema.forEach((item, index) => visitSchema(item, `${path}[${index}]`, visit));
  if (!isMutableRecord(schema)) return;
  visit(schema, path);
  for (const [keyword, value] of Object.entries(schema)) {
    if (DATA.has(keyword)) continue;
    if (NAMED.has(keyword) && isRecord(value))
      visitNamed(value, keyword === "properties" ? path : `${path}.${keyword}`, visit);
    else visitSchema(value, `${path}.${keyword}`, visit);
  }
}

function visitNamed(schemas: Readonly<Record<string, unknown>>, path: string, visit: Visit): void {
  for (const [name, schema] of Object.entries(schemas)) visitSchema(schema, `${path}.${name}`, visit);
}

function isMutableRecord(value: unknown): value is Record<string, unknown> {
  return isRecord(value);
}

/** The name that a reference to a definition names; undefined for any other reference. */
function definitionName(reference: string): string | undefined {
  const [, token] = REFERENCE.exec(reference) ?? [];
  if (token === undefined) return undefined;
  return safeDecode(token).replaceAll("~1", "/").replaceAll("~0", "~");
}

function safeDecode(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

function encodeName(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

interface BadReference extends ReferenceContext {
  readonly reference: string;
  readonly target: string | undefined;
  readonly names: readonly string[];
}

function reportReference({ source, diagnostics, reference, target, names }: BadReference, path: string): void {
  if (target === undefined) {
    diagnostics.report(registryDiagnostics.create("unsupported-reference", { source, reference }, { path }));
    return;
  }
  const near = nearest(target, names);
  const suggestion = near === undefined ? undefined : `#/definitions/${encodeName(near)}`;
  diagnostics.report(registryDiagnostics.create("unresolved-reference", { source, reference, suggestion }, { path }));
}
