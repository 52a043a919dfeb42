import type { Protocol } from "../../../ir/types.js";
import { closureOf, type Definitions } from "../../../json-schema/references.js";
import type { JsonSchema } from "../../../json-schema/schema.js";
import { walkSchema } from "../../../json-schema/walk.js";
import { isJsonObject } from "../../../support/json.js";
import type { TypeNames } from "../names.js";
import type { TablesView } from "../tables/tables-view.js";
import type { AjvView } from "./ajv-view.js";
import { jsonExpression } from "./json-expression.js";

/** Translates a protocol into the module that validates with AJV at run time. */
export function translateAjv(protocol: Protocol, names: TypeNames, tables: TablesView | undefined): AjvView {
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const definitions = new Map(registered.map(({ id, schema }) => [id, schema]));
  return {
    usesFormats: registered.some(({ schema }) => hasFormat(schema)),
    validators: registered.map(({ id, schema }) => ({
      name: names.get(id) ?? id,
      schema: jsonExpression(selfContained(schema, definitions)),
    })),
    tables,
  };
}

/** A schema with the definitions that its references lead to, so that it can be compiled alone. */
function selfContained(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const needed = closureOf(schema, definitions);
  if (needed.size === 0 || typeof schema === "boolean") return schema;
  const own = isJsonObject(schema["definitions"]) ? schema["definitions"] : {};
  return { ...schema, definitions: { ...own, ...Object.fromEntries(needed) } };
}

function hasFormat(schema: JsonSchema): boolean {
  let found = false;
  walkSchema(schema, (item) => {
    if (isJsonObject(item) && typeof item["format"] === "string") found = true;
  });
  return found;
}
