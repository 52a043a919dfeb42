import { formFault, formOf } from "../../../json-schema/forms.js";
import { type Assertion, ASSERTIONS, type HoldsOf, holdsOf, type Holds } from "../../../json-schema/keywords.js";
import { readPattern } from "../../../json-schema/pattern.js";
import { isSchema, isTypeName, type JsonSchema, schemaList, stringList } from "../../../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../../support/json.js";
import { isKnownFormat } from "./formats.js";
import type { SchemaFaults } from "./schema-faults.js";
import type { Dependency, Kept, NodeKeywords, SchemaNode } from "./schema-node.js";

/** The node of `true` and `{}`. */
export const ANY_NODE: SchemaNode = { hash: "any", place: "" };

/** The node of `false`. */
export const NEVER_NODE: SchemaNode = { hash: "never", place: "", never: true };

/** Whether a node accepts everything. */
export function saysNothing(node: SchemaNode): boolean {
  return node === ANY_NODE;
}

/** Gives the node of a child; `step` is the way to it, such as `.anyOf[1]`. */
type ChildNode = (schema: JsonSchema, step: string) => SchemaNode;

/** The schema to make a node of, already hashed. */
interface NodeSource {
  readonly schema: JsonObject;
  readonly hash: string;
  readonly place: string;
  readonly faults: SchemaFaults;
}

/** Makes the node of a schema without `$ref`. Keywords that say nothing (`minLength: 0`, `required: []`) are left out. */
export function createNode(source: NodeSource, child: ChildNode): SchemaNode {
  const { schema, hash, place } = source;
  const kept: NodeKeywords = {};
  const keep = <K extends Assertion>(keyword: K): void => {
    const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
    if (value === undefined || !isWellFormed(keyword, value, source)) return;
    const read: (typeof READERS)[HoldsOf<K>] = READERS[holdsOf(keyword)];
    const node = read(value, keyword, child);
    const tell: Teller<Kept[HoldsOf<K>]> | undefined = TELLERS[keyword];
    const told = node === undefined || tell === undefined ? node : tell(node, source);
    if (told !== undefined) Object.assign(kept, { [keyword]: told });
  };
  for (const keyword of ASSERTIONS) keep(keyword);
  return Object.keys(kept).length === 0 ? ANY_NODE : { hash, place, ...kept };
}

function isWellFormed(keyword: Assertion, value: JsonValue, { place, faults }: NodeSource): boolean {
  const form = formOf(keyword);
  const expected = form === undefined ? undefined : formFault(form, value);
  if (expected !== undefined) faults.malformedKeyword(keyword, expected, place);
  return expected === undefined;
}

type Reader<T> = (value: JsonValue, keyword: string, child: ChildNode) => T | undefined;

const number: Reader<number> = (value) => (typeof value === "number" ? value : undefined);
const text: Reader<string> = (value) => (typeof value === "string" ? value : undefined);

/** How a keyword is read, by what it holds. Forms are known to be right; what holds no schemas where it should is left out. */
const READERS: { readonly [H in Holds]: Reader<Kept[H]> } = {
  "any value": (value) => ({ value }),
  boolean: (value) => value === true,
  count: number,
  number,
  string: text,
  pattern: text,
  names: (value) => [...new Set(stringList(value))],
  type: (value) => (isJsonArray(value) ? value : [value]).filter(isTypeName),
  values: (value) => (isJsonArray(value) ? value : undefined),
  schema: (value, keyword, child) => (isSchema(value) ? child(value, `.${keyword}`) : undefined),
  schemas: childList,
  "schema or schemas": (value, keyword, child) =>
    isSchema(value) ? child(value, `.${keyword}`) : childList(value, keyword, child),
  "schemas by key": (value, _keyword, child) =>
    childMap(value, (key, item) => (isSchema(item) ? child(item, `.${key}`) : undefined)),
  "schemas or names by key": (value, keyword, child) =>
    childMap<Dependency>(value, (key, item) =>
      isSchema(item)
        ? child(item, `.${keyword}[${JSON.stringify(key)}]`)
        : isJsonArray(item)
          ? stringList(item)
          : undefined,
    ),
};

function childList(value: JsonValue, keyword: string, child: ChildNode): readonly SchemaNode[] | undefined {
  return isJsonArray(value) ? schemaList(value).map((item, index) => child(item, `.${keyword}[${index}]`)) : undefined;
}

function childMap<T>(
  value: JsonValue,
  read: (key: string, item: JsonValue) => T | undefined,
): ReadonlyMap<string, T> | undefined {
  if (!isJsonObject(value)) return undefined;
  const entries = Object.entries(value).flatMap(([key, item]): readonly (readonly [string, T])[] => {
    const node = read(key, item);
    return node === undefined ? [] : [[key, node]];
  });
  return new Map(entries);
}

/** What a keyword asks for; undefined where it asks for nothing, or for what nobody can read. */
type Teller<T> = (value: T, source: NodeSource) => T | undefined;

const aboveZero: Teller<number> = (limit) => (limit > 0 ? limit : undefined);
const telling: Teller<SchemaNode> = (node) => (node === ANY_NODE ? undefined : node);
const ofCondition: Teller<SchemaNode> = (node, source) =>
  source.schema["if"] === undefined ? undefined : telling(node, source);

/** Keywords that may be there without a meaning. */
const TELLERS: { readonly [K in Assertion]?: Teller<Kept[HoldsOf<K>]> } = {
  minLength: aboveZero,
  minItems: aboveZero,
  minProperties: aboveZero,
  uniqueItems: (unique) => (unique ? true : undefined),
  required: (names) => (names.length > 0 ? names : undefined),
  items: (items) => (items === ANY_NODE ? undefined : items),
  additionalItems: (rest, source) => (isJsonArray(source.schema["items"]) ? telling(rest, source) : undefined),
  additionalProperties: telling,
  propertyNames: telling,
  then: ofCondition,
  else: ofCondition,
  pattern: (pattern, source) => (isReadable(pattern, source) ? pattern : undefined),
  patternProperties: (places, source) =>
    places.size > 0 ? new Map([...places].filter(([pattern]) => isReadable(pattern, source))) : undefined,
  format(format, { place, faults }) {
    if (!isKnownFormat(format)) faults.unknownFormat(format, place);
    return isKnownFormat(format) ? format : undefined;
  },
};

function isReadable(pattern: string, { place, faults }: NodeSource): boolean {
  const reading = readPattern(pattern);
  if ("reason" in reading) faults.invalidPattern(pattern, reading.reason, place);
  return !("reason" in reading);
}
