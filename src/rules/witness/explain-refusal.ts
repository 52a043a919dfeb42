import { isAssertion } from "../../json-schema/keywords.js";
import { resolveReference } from "../../json-schema/references.js";
import { isSchema, type JsonSchema, schemaEntries, schemaList, stringList, typesOf } from "../../json-schema/schema.js";
import { fromPointer, toPointer, valueAt } from "../../json-schema/pointer.js";
import { jsonEquals } from "../../json-schema/equals.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { tagsOf } from "../containment/facts.js";
import type { Home } from "../containment/goal.js";

/** What is wrong and where, as AJV says it. */
interface Reason {
  readonly path: string;
  readonly text: string;
}

/** A refusal to explain. */
export interface Refusal {
  readonly schema: JsonSchema;
  readonly value: JsonValue;
  readonly home: Home;
  /** What of the schema is asked about, as a schema of its own: a reason that it gives too comes first. */
  readonly isolated: JsonSchema;
}

/**
 * Why a schema refuses a value: of all reasons the one that is asked about, else the one that lies deepest, and of a
 * union's branches the one that the value's tag selects. For example `/limit must be integer`.
 */
export function explainRefusal({ schema, value, home, isolated }: Refusal): string {
  const isMeant = ({ path, text }: Reason): boolean =>
    reasonsIn({ schema: isolated, home }, valueAt(value, fromPointer(path)) ?? null, "").some(
      (reason) => reason.path === "" && reason.text === text,
    );
  const reasons = reasonsIn({ schema, home }, value, "").toSorted((left, right) => depthOf(right) - depthOf(left));
  const reason = reasons.find(isMeant) ?? reasons[0];
  return reason === undefined ? "it is not valid" : `${reason.path === "" ? "it" : reason.path} ${reason.text}`;
}

function depthOf({ path }: Reason): number {
  return path.split("/").length;
}

interface Asked {
  readonly schema: JsonSchema;
  readonly home: Home;
}

/** Every reason for which a schema refuses a value; of a union, those of the branch that is meant. */
function reasonsIn({ schema, home }: Asked, value: JsonValue, path: string): readonly Reason[] {
  if (home.accepts(schema, value)) return [];
  if (typeof schema === "boolean") return [{ path, text: "boolean schema is false" }];
  return Object.keys(schema).flatMap((keyword) => reasonsOf(keyword, { schema, home }, { value, path }));
}

interface Placed {
  readonly value: JsonValue;
  readonly path: string;
}

function reasonsOf(
  keyword: string,
  { schema, home }: { readonly schema: JsonObject; readonly home: Home },
  { value, path }: Placed,
): readonly Reason[] {
  const own = schema[keyword];
  if (keyword === "$ref")
    return reasonsIn({ schema: resolveReference(String(own), home.definitions) ?? true, home }, value, path);
  if (!isAssertion(keyword) || own === undefined) return [];
  const members = isJsonObject(value) ? Object.entries(value) : [];
  const at = (key: string): string => path + toPointer([key]);
  switch (keyword) {
    case "properties":
      return schemaEntries(own).flatMap(([name, place]) =>
        members
          .filter(([key]) => key === name)
          .flatMap(([, item]) => reasonsIn({ schema: place, home }, item, at(name))),
      );
    case "patternProperties":
      return schemaEntries(own).flatMap(([pattern, place]) =>
        members
          .filter(([key]) => home.accepts({ pattern }, key))
          .flatMap(([key, item]) => reasonsIn({ schema: place, home }, item, at(key))),
      );
    case "additionalProperties":
      return members.flatMap(([key, item]) => extraReasons({ schema, home }, { key, item, path }));
    case "items":
      return itemReasons({ schema, home }, { value, path });
    case "allOf":
      return schemaList(own).flatMap((part) => reasonsIn({ schema: part, home }, value, path));
    case "anyOf":
    case "oneOf": {
      if (home.accepts({ [keyword]: own }, value)) return [];
      const chosen = branchOf(schemaList(own), value, home);
      const summary = {
        path,
        text: keyword === "anyOf" ? "must match a schema in anyOf" : "must match exactly one schema in oneOf",
      };
      const inner = chosen === undefined ? [] : reasonsIn({ schema: chosen, home }, value, path);
      return inner.length === 0 ? [summary] : inner;
    }
    default:
      return home.accepts(alone(keyword, schema), value) ? [] : plainReasons(keyword, schema, { value, path });
  }
}

/** A keyword with what it means something with. */
function alone(keyword: string, schema: JsonObject): JsonObject {
  const kept =
    keyword === "if" ? ["if", "then", "else"] : keyword === "additionalItems" ? ["items", keyword] : [keyword];
  return Object.fromEntries(Object.entries(schema).filter(([name]) => kept.includes(name)));
}

function extraReasons(
  { schema, home }: { readonly schema: JsonObject; readonly home: Home },
  { key, item, path }: { readonly key: string; readonly item: JsonValue; readonly path: string },
): readonly Reason[] {
  const { properties, patternProperties, additionalProperties } = schema;
  const isDeclared =
    (isJsonObject(properties) && Object.hasOwn(properties, key)) ||
    schemaEntries(patternProperties).some(([pattern]) => home.accepts({ pattern }, key));
  if (isDeclared || !isSchema(additionalProperties)) return [];
  if (additionalProperties === false) return [{ path, text: `must NOT have additional properties (${key})` }];
  return reasonsIn({ schema: additionalProperties, home }, item, path + toPointer([key]));
}

function itemReasons(
  { schema, home }: { readonly schema: JsonObject; readonly home: Home },
  { value, path }: Placed,
): readonly Reason[] {
  const { items } = schema;
  const list = isJsonArray(value) ? value : [];
  return list.flatMap((item, index) => {
    const place = isJsonArray(items) ? items[index] : items;
    return isSchema(place) ? reasonsIn({ schema: place, home }, item, `${path}/${index}`) : [];
  });
}

/** The branch that is meant: the one whose tag the value has, or else the only one of its kind. */
function branchOf(branches: readonly JsonSchema[], value: JsonValue, home: Home): JsonSchema | undefined {
  const targets = branches.map((branch) =>
    isJsonObject(branch) && typeof branch["$ref"] === "string"
      ? (resolveReference(branch["$ref"], home.definitions) ?? true)
      : branch,
  );
  const tagged = targets.filter((branch) => isJsonObject(branch) && hasTags(branch, value));
  const fitting = targets.filter(
    (branch) =>
      isJsonObject(branch) &&
      home.accepts(branch["type"] === undefined ? true : { type: branch["type"] }, value) &&
      !(isJsonObject(value) && tagsOf(branch).size > 0),
  );
  return tagged[0] ?? (fitting.length === 1 ? fitting[0] : undefined);
}

function hasTags(branch: JsonObject, value: JsonValue): boolean {
  const tags = [...tagsOf(branch)];
  return (
    tags.length > 0 &&
    isJsonObject(value) &&
    tags.every(([name, values]) => values.some((tag) => jsonEquals(tag, value[name] ?? null)))
  );
}

type Phrase = (own: JsonValue, placed: { readonly value: JsonValue; readonly schema: JsonObject }) => string;

const PHRASES: Readonly<Record<string, Phrase>> = {
  type: (_own, { schema }) => `must be ${(typesOf(schema) ?? []).join(",")}`,
  const: (own) => `must be equal to constant ${JSON.stringify(own)}`,
  enum: () => "must be equal to one of the allowed values",
  minLength: (own) => `must NOT have fewer than ${String(own)} characters`,
  maxLength: (own) => `must NOT have more than ${String(own)} characters`,
  pattern: (own) => `must match pattern "${String(own)}"`,
  format: (own) => `must match format "${String(own)}"`,
  minimum: (own) => `must be >= ${String(own)}`,
  maximum: (own) => `must be <= ${String(own)}`,
  exclusiveMinimum: (own) => `must be > ${String(own)}`,
  exclusiveMaximum: (own) => `must be < ${String(own)}`,
  multipleOf: (own) => `must be multiple of ${String(own)}`,
  minItems: (own) => `must NOT have fewer than ${String(own)} items`,
  maxItems: (own) => `must NOT have more than ${String(own)} items`,
  additionalItems: (_own, { schema }) =>
    `must NOT have more than ${isJsonArray(schema["items"]) ? schema["items"].length : 0} items`,
  uniqueItems: () => "must NOT have duplicate items",
  contains: () => "must contain at least 1 valid item(s)",
  minProperties: (own) => `must NOT have fewer than ${String(own)} properties`,
  maxProperties: (own) => `must NOT have more than ${String(own)} properties`,
  propertyNames: () => "property name must be valid",
  dependencies: () => "must have what one of its properties asks for",
  not: () => "must NOT be valid",
  if: () => 'must match "then" or "else" schema',
};

function plainReasons(keyword: string, schema: JsonObject, { value, path }: Placed): readonly Reason[] {
  const own = schema[keyword] ?? null;
  if (keyword === "required") {
    const missing = stringList(own).filter((name) => isJsonObject(value) && !Object.hasOwn(value, name));
    return missing.map((name) => ({ path, text: `must have required property '${name}'` }));
  }
  const phrase = PHRASES[keyword];
  return phrase === undefined ? [] : [{ path, text: phrase(own, { value, schema }) }];
}
