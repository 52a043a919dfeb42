import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { keywordRow } from "../../json-schema/keywords.js";
import { fromPointer } from "../../json-schema/pointer.js";
import { createDereference, type Definitions, resolveReference } from "../../json-schema/references.js";
import { visitSubschemas, walkSchema } from "../../json-schema/walk.js";
import { pointerPath, type SchemaPath } from "../../schema-path/schema-path.js";
import { connectedComponents } from "../../support/connected-components.js";
import { isJsonObject, type JsonObject } from "../../support/json.js";
import { irDiagnostics } from "../diagnostics.js";
import type { PlainSchemas } from "./plain-schemas.js";

/**
 * Reports schemas that are defined by themselves alone, such as `W = allOf[W]`: whoever asks whether a value is valid asks
 * the same of the same value again, without end. Circles of references alone are found where they are followed. Each
 * circle is reported once, where it closes first.
 */
export function reportEndless(plain: PlainSchemas, diagnostics: DiagnosticCollector): void {
  const { definitions } = plain;
  const places = schemaPlaces(plain);
  const schemas = [...places.keys()];
  const numbers = new Map(schemas.map((schema, index) => [schema, String(index)]));
  const numberOf = (schema: JsonObject): string => numbers.get(schema) ?? "";
  const circles = connectedComponents([...numbers.values()], (number) =>
    sameValue(schemas[Number(number)] ?? {}, definitions).map(numberOf),
  );
  const dereference = createDereference(definitions);
  const reported: string[] = [];
  for (const [schema, path] of places) {
    const { $ref: ref } = schema;
    const end = typeof ref === "string" ? dereference(schema) : undefined;
    if (typeof ref !== "string" || !isJsonObject(end) || end["$ref"] !== undefined) continue;
    const number = numberOf(schema);
    if (!circles.areTogether(number, numberOf(end))) continue;
    if (reported.some((other) => circles.areTogether(other, number))) continue;
    reported.push(number);
    diagnostics.report(irDiagnostics.create("endless-schema", { ref }, { path }));
  }
}

/** Every schema, where it stands first. */
function schemaPlaces({ definitions, sourceOf }: PlainSchemas): ReadonlyMap<JsonObject, SchemaPath> {
  const places = new Map<JsonObject, SchemaPath>();
  for (const [name, definition] of definitions) {
    walkSchema(definition, (schema, pointer) => {
      if (isJsonObject(schema) && !places.has(schema))
        places.set(schema, pointerPath(sourceOf(name), fromPointer(pointer)));
    });
  }
  return places;
}

/** The schemas that a schema asks about the same value, not about a part of it. */
function sameValue(schema: JsonObject, definitions: Definitions): readonly JsonObject[] {
  const { $ref: ref } = schema;
  if (typeof ref === "string") {
    const target = resolveReference(ref, definitions);
    return isJsonObject(target) ? [target] : [];
  }
  const found: JsonObject[] = [];
  visitSubschemas(schema, (inner, [keyword = ""]) => {
    const asksTheSame = keywordRow(keyword)?.role === "combining" || keyword === "dependencies";
    if (asksTheSame && isJsonObject(inner)) found.push(inner);
  });
  return found;
}
