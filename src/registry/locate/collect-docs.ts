import type { ProtocolConfig } from "../../config/config.js";
import { innerSchemas } from "../../schema-path/inner-schemas.js";
import { definitionPath, type SchemaPath } from "../../schema-path/schema-path.js";
import { isRecord } from "../../support/json.js";
import { createLocator } from "./create-locator.js";

/** Reads the JSDoc of every registered definition and of every schema inside one, by its author's path. */
export async function collectDocs(
  protocol: ProtocolConfig,
  root: string,
  schemas: ReadonlyMap<string, object>,
): Promise<ReadonlyMap<SchemaPath, string>> {
  const locator = await createLocator(protocol, root);
  const docs = new Map<SchemaPath, string>();
  for (const path of schemaPaths(schemas)) {
    const text = locator?.documentation(path);
    if (text !== undefined) docs.set(path, text);
  }
  return docs;
}

/** In document order. A definition inside another is not entered: its own paths say everything about it. */
function schemaPaths(schemas: ReadonlyMap<string, object>): readonly SchemaPath[] {
  const registered = new Set<unknown>(schemas.values());
  const paths: SchemaPath[] = [];
  const visit = (schema: unknown, path: SchemaPath, within: ReadonlySet<unknown>): void => {
    paths.push(path);
    if (!isRecord(schema) || within.has(schema)) return;
    const around = new Set(within).add(schema);
    for (const inner of innerSchemas(path, schema)) {
      if (registered.has(inner.schema)) paths.push(inner.path);
      else visit(inner.schema, inner.path, around);
    }
  };
  for (const [name, schema] of schemas) visit(schema, definitionPath(name), new Set());
  return paths;
}
