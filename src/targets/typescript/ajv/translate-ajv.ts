import type { Protocol } from "../../../ir/types.js";
import { closureOf, type Definitions } from "../../../json-schema/references.js";
import type { JsonSchema } from "../../../json-schema/schema.js";
import { withoutIgnored } from "../../../json-schema/beside-ref.js";
import { readPattern } from "../../../json-schema/pattern.js";
import { walkSchema } from "../../../json-schema/walk.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../../support/json.js";
import { memberKey, numberLiteral, stringLiteral } from "../literals.js";
import type { TypeNames } from "../names.js";
import type { TablesView } from "../tables/tables-view.js";

/** What `ajv.hbs` prints: every registered schema, and a validator of it that AJV makes when it is first called. */
export interface AjvView {
  /** Whether a schema has a `format`, which AJV leaves to another package. */
  readonly usesFormats: boolean;
  /** Whether a pattern is a regular expression only without the flag `u`, with which AJV compiles all. */
  readonly usesPlainPatterns: boolean;
  readonly validators: readonly AjvValidatorView[];
  readonly tables: TablesView | undefined;
}

/** For example `{ name: "CronJob", schema: '{ "type": "object" }' }`. */
export interface AjvValidatorView {
  readonly name: string;
  /** The schema as a TypeScript expression, with the definitions that its references lead to. */
  readonly schema: string;
}

/** Translates a protocol into the module that validates with AJV at run time. */
export function translateAjv(protocol: Protocol, names: TypeNames, tables: TablesView | undefined): AjvView {
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  // AJV does look beside a `$ref`, which draft-07 forbids.
  const schemas = new Map(registered.map(({ id, schema }) => [id, withoutIgnored(schema)]));
  return {
    usesFormats: registered.some(({ schema }) => hasFormat(schema)),
    usesPlainPatterns: registered.some(({ schema }) => hasPlainPattern(schema)),
    validators: [...schemas].map(([id, schema]) => ({
      name: names.get(id) ?? id,
      schema: jsonExpression(selfContained(schema, schemas)),
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

function hasPlainPattern(schema: JsonSchema): boolean {
  let found = false;
  walkSchema(schema, (item) => {
    if (!isJsonObject(item)) return;
    const { pattern, patternProperties } = item;
    const patterns = isJsonObject(patternProperties) ? Object.keys(patternProperties) : [];
    const all = typeof pattern === "string" ? [...patterns, pattern] : patterns;
    if (all.some(isPlain)) found = true;
  });
  return found;
}

function isPlain(pattern: string): boolean {
  const reading = readPattern(pattern);
  return "flags" in reading && reading.flags === "";
}

/** A JSON value as a TypeScript expression on one line. For example `{ type: "string", minLength: 1 }`. */
function jsonExpression(value: JsonValue): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number") return numberLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isJsonArray(value)) return `[${value.map(jsonExpression).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${memberKey(key)}: ${jsonExpression(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
