import { isAssertion, keywordRow } from "../../json-schema/keywords.js";
import { resolveReference } from "../../json-schema/references.js";
import {
  constantsOf,
  isOpen,
  type JsonSchema,
  numberOr,
  schemaEntries,
  stringList,
  typesOf,
} from "../../json-schema/schema.js";
import { jsonEquals } from "../../json-schema/equals.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";
import type { Clause, Home } from "./goal.js";

/** The six kinds of JSON values. */
export type Kind = "string" | "number" | "boolean" | "object" | "array" | "null";

export const KINDS: readonly Kind[] = ["string", "number", "boolean", "object", "array", "null"];

/** A keyword that holds for the value that is looked for, or does not. */
export interface Literal {
  readonly keyword: string;
  /** The schema that it stands in. */
  readonly schema: JsonObject;
  readonly home: Home;
  readonly holds: boolean;
  /** Of a keyword that speaks of several keys or places: the one where it does not hold. */
  readonly at?: string;
}

/** What is known of a value so far. Never changed; each step of the search makes the next one. */
export interface Facts {
  readonly kinds: ReadonlySet<Kind>;
  readonly literals: readonly Literal[];
  /** Keys of the schemas that accept it. */
  readonly accepted: ReadonlySet<number>;
  /** Keys of those that do not. */
  readonly refused: ReadonlySet<number>;
  readonly required: ReadonlySet<string>;
  /** What a required property may be, where that is a list of constants. */
  readonly tags: ReadonlyMap<string, readonly JsonValue[]>;
}

export const NOTHING_KNOWN: Facts = {
  kinds: new Set(KINDS),
  literals: [],
  accepted: new Set(),
  refused: new Set(),
  required: new Set(),
  tags: new Map(),
};

/** The kinds of values that a schema's `type`, `const` and `enum` leave. */
export function kindsOf(schema: JsonObject): ReadonlySet<Kind> | undefined {
  const constants = constantsOf(schema);
  if (constants !== undefined) return new Set(constants.map(kindOf));
  const types = typesOf(schema);
  return types === undefined
    ? undefined
    : new Set(KINDS.filter((kind) => types.includes(kind) || (kind === "number" && types.includes("integer"))));
}

export function kindOf(value: JsonValue): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return KINDS.find((kind) => kind === typeof value) ?? "object";
}

/** Facts with one more keyword; undefined where they contradict each other. */
export function withLiteral(facts: Facts, literal: Literal): Facts | undefined {
  const kinds = kindsWith(facts.kinds, literal);
  if (kinds.size === 0 || (!literal.holds && saysSame(facts, literal))) return undefined;
  const names = literal.holds && literal.keyword === "required" ? stringList(literal.schema["required"]) : [];
  if (!literal.holds && literal.keyword === "required" && facts.required.has(literal.at ?? "")) return undefined;
  const lacked = facts.literals.filter(({ keyword, holds }) => keyword === "required" && !holds);
  if (lacked.some(({ at }) => names.includes(at ?? ""))) return undefined;
  return { ...facts, kinds, literals: [...facts.literals, literal], required: new Set([...facts.required, ...names]) };
}

function kindsWith(kinds: ReadonlySet<Kind>, { keyword, schema, holds }: Literal): ReadonlySet<Kind> {
  if (keyword === "type") {
    const named = kindsOf({ type: schema["type"] ?? [] }) ?? new Set(KINDS);
    const types = typesOf(schema) ?? [];
    // A number that is no integer is none of the type all the same.
    const partly = (kind: Kind): boolean => kind === "number" && !types.includes("number");
    return new Set([...kinds].filter((kind) => (holds ? named.has(kind) : !named.has(kind) || partly(kind))));
  }
  if (keyword === "const" || keyword === "enum") {
    if (!holds) return kinds;
    const named = kindsOf({ [keyword]: schema[keyword] ?? null }) ?? kinds;
    return new Set([...kinds].filter((kind) => named.has(kind)));
  }
  const speaksOf = isAssertion(keyword) ? keywordRow(keyword)?.of : undefined;
  return holds || speaksOf === undefined ? kinds : new Set([...kinds].filter((kind) => kind === speaksOf));
}

const ALONE = new Set([
  "additionalProperties",
  "items",
  "additionalItems",
  "required",
  "properties",
  "patternProperties",
]);

/** Whether what should not hold was said to hold in the same words. */
function saysSame({ literals }: Facts, { keyword, schema, home, at }: Literal): boolean {
  const same = literals.filter((other) => other.holds && other.keyword === keyword);
  if (keyword === "properties" || keyword === "patternProperties") {
    const own = memberSchema(schema[keyword], at);
    return (
      own === true ||
      same.some((other) => {
        const their = memberSchema(other.schema[keyword], at);
        return own !== undefined && their !== undefined && home.keyOf(own) === other.home.keyOf(their);
      })
    );
  }
  if (keyword === "additionalProperties" || keyword === "items") {
    const own = schema[keyword];
    return own === true;
  }
  if (ALONE.has(keyword)) return false;
  const text = stableJson(schema[keyword] ?? null);
  return same.some((other) =>
    other.home === home
      ? stableJson(other.schema[keyword] ?? null) === text
      : !text.includes('"$ref"') && stableJson(other.schema[keyword] ?? null) === text,
  );
}

function memberSchema(members: JsonValue | undefined, name: string | undefined): JsonSchema | undefined {
  return schemaEntries(members).find(([key]) => key === name)?.[1];
}

/** The tags that a schema asks for. For example `{ kind: ["every"] }`. */
export function tagsOf(schema: JsonObject): ReadonlyMap<string, readonly JsonValue[]> {
  const required = stringList(schema["required"]);
  const entries = schemaEntries(schema["properties"]).flatMap(([name, place]) => {
    const constants = required.includes(name) ? constantsOf(place) : undefined;
    return constants === undefined ? [] : [[name, constants] as const];
  });
  return new Map(entries);
}

/** Whether it is plain to see that a schema accepts nothing of what is known. */
export function contradicts(facts: Facts, { schema, home }: Clause, depth = 3): boolean {
  if (typeof schema === "boolean") return !schema;
  if (facts.refused.has(home.keyOf(schema))) return true;
  if (depth === 0) return false;
  const target = typeof schema["$ref"] === "string" ? resolveReference(schema["$ref"], home.definitions) : undefined;
  if (target !== undefined && contradicts(facts, { schema: target, home }, depth - 1)) return true;
  const kinds = kindsOf(schema);
  if (kinds !== undefined && ![...facts.kinds].some((kind) => kinds.has(kind))) return true;
  const onlyObjects = facts.kinds.size === 1 && facts.kinds.has("object");
  if (onlyObjects && [...tagsOf(schema)].some(([name, values]) => differ(facts.tags.get(name), values))) return true;
  const inner = (branch: JsonValue): boolean =>
    (isJsonObject(branch) || typeof branch === "boolean") && contradicts(facts, { schema: branch, home }, depth - 1);
  const { anyOf, oneOf, allOf } = schema;
  if ([anyOf, oneOf].some((branches) => Array.isArray(branches) && branches.every(inner))) return true;
  return Array.isArray(allOf) && allOf.some(inner);
}

function differ(known: readonly JsonValue[] | undefined, wanted: readonly JsonValue[]): boolean {
  return known !== undefined && !known.some((value) => wanted.some((other) => jsonEquals(value, other)));
}

/** Whether a schema accepts whatever there is, so that nothing has to be said of it. */
export function acceptsAll({ schema }: Clause): boolean {
  return isOpen(schema);
}

/** What a keyword's numbers are, where it holds or where it does not. For example every `minLength` of the facts. */
export function limitsOf(literals: readonly Literal[], keyword: string, holds: boolean): readonly number[] {
  const own = literals.filter((literal) => literal.keyword === keyword && literal.holds === holds);
  return own.map(({ schema }) => numberOr(schema[keyword], Number.NaN));
}
