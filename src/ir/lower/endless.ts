import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { keywordRow } from "../../json-schema/keywords.js";
import { type Definitions, resolveReference } from "../../json-schema/references.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import { visitSubschemas, walkSchema } from "../../json-schema/walk.js";
import { pointerPath } from "../../schema-path/schema-path.js";
import { fromPointer } from "../../json-schema/pointer.js";
import { isJsonObject, type JsonObject } from "../../support/json.js";
import { irDiagnostics } from "../diagnostics.js";
import type { PlainSchemas } from "./plain-schemas.js";

/**
 * Reports schemas that are defined by themselves alone, such as `W = allOf[W]`: whoever asks whether a value is valid asks
 * the same of the same value again, without end. Circles of references alone are found where they are followed.
 */
export function reportEndless({ definitions, sourceOf }: PlainSchemas, diagnostics: DiagnosticCollector): void {
  const done = new Set<JsonObject>();
  for (const [name, definition] of definitions) {
    walkSchema(definition, (schema, pointer) => {
      if (!isJsonObject(schema) || done.has(schema)) return;
      const ref = closingReference(schema, { definitions, done, open: new Set() });
      if (ref === undefined) return;
      const path = pointerPath(sourceOf(name), fromPointer(pointer));
      diagnostics.report(irDiagnostics.create("endless-schema", { ref }, { path }));
    });
  }
}

interface Search {
  readonly definitions: Definitions;
  readonly done: Set<JsonObject>;
  readonly open: ReadonlySet<JsonObject>;
}

/** The reference by which a schema leads back to one that is being asked already, about the same value. */
function closingReference(schema: JsonObject, { definitions, done, open }: Search): string | undefined {
  if (done.has(schema)) return undefined;
  const search = { definitions, done, open: new Set(open).add(schema) };
  const { $ref: ref } = schema;
  let found: string | undefined;
  if (typeof ref === "string") {
    const target = resolveReference(ref, definitions);
    if (isJsonObject(target) && !search.open.has(target)) found = closingReference(target, search);
    else if (isJsonObject(target) && asksMore(search)) found = ref;
  } else {
    for (const inner of sameValue(schema)) if (isJsonObject(inner)) found ??= closingReference(inner, search);
  }
  done.add(schema);
  return found;
}

function asksMore({ open }: Search): boolean {
  return [...open].some((schema) => schema["$ref"] === undefined);
}

/** The schemas inside one that are asked about the same value, not about a part of it. */
function sameValue(schema: JsonObject): readonly JsonSchema[] {
  const found: JsonSchema[] = [];
  visitSubschemas(schema, (inner, [keyword = ""]) => {
    if (keywordRow(keyword)?.role === "combining" || keyword === "dependencies") found.push(inner);
  });
  return found;
}
