import { indexDeclarations } from "../../../ir/graph.js";
import type { Protocol } from "../../../ir/types.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../../support/json.js";
import type { TypeNames } from "../names.js";
import type { TablesView } from "../tables/tables-view.js";
import type { AjvView } from "./ajv-view.js";
import { jsonExpression } from "./json-expression.js";
import { selfContained } from "./self-contained.js";

/** Translates a protocol into the module that validates with AJV at run time. */
export function translateAjv(protocol: Protocol, names: TypeNames, tables: TablesView | undefined): AjvView {
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const byName = indexDeclarations(registered);
  return {
    usesFormats: registered.some(({ schema }) => hasFormat(schema)),
    validators: registered.map((declaration) => ({
      name: names.get(declaration.id) ?? declaration.id,
      schema: jsonExpression(selfContained(declaration, byName)),
    })),
    tables,
  };
}

function hasFormat(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.some(hasFormat);
  if (!isJsonObject(value)) return false;
  return typeof value["format"] === "string" || Object.values(value).some(hasFormat);
}
