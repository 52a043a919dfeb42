import { compilePattern } from "../../json-schema/pattern.js";
import { isSchema, type JsonSchema, schemaEntries, stringList } from "../../json-schema/schema.js";
import { isJsonObject, type JsonObject } from "../../support/json.js";
import { limitsOf, type Literal } from "./facts.js";
import type { Clause, Goal, Home, Solve } from "./goal.js";

/** What an object may have under which keys. */
export interface Fields {
  readonly required: ReadonlySet<string>;
  readonly lacking: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
  /** The schemas that say what stands under a key. */
  readonly shapes: readonly Literal[];
  /** What every key has to be. */
  readonly keyNames: readonly Clause[];
  /** Every key that is named anywhere. */
  readonly names: readonly string[];
  /** Patterns of keys, without those that mean every key. */
  readonly patterns: readonly string[];
  readonly home: Home | undefined;
}

const EVERY_KEY: ReadonlySet<string> = new Set(["", "^", "$", ".*", "^.*$", "^(.*)$", "^.*", ".*$"]);
const SHAPES: ReadonlySet<string> = new Set(["properties", "patternProperties", "additionalProperties"]);

/** Collects what is said of an object. */
export function fieldsOf(literals: readonly Literal[], goal: Goal): Fields {
  const holding = literals.filter(({ holds }) => holds);
  const failing = literals.filter(({ holds }) => !holds);
  const required = holding
    .filter(({ keyword }) => keyword === "required")
    .flatMap(({ schema }) => stringList(schema["required"]));
  const mentioning = literals.filter(({ keyword }) => SHAPES.has(keyword));
  const patterns = mentioning.flatMap(({ schema }) => patternsOf(schema)).filter((pattern) => !EVERY_KEY.has(pattern));
  const named = mentioning.flatMap(({ schema }) => schemaEntries(schema["properties"]).map(([name]) => name));
  return {
    required: new Set(required),
    lacking: new Set(failing.flatMap(({ keyword, at }) => (keyword === "required" && at !== undefined ? [at] : []))),
    least: Math.max(
      0,
      ...limitsOf(literals, "minProperties", true),
      ...limitsOf(literals, "maxProperties", false).map((limit) => limit + 1),
    ),
    most: Math.min(
      Infinity,
      ...limitsOf(literals, "maxProperties", true),
      ...limitsOf(literals, "minProperties", false).map((limit) => limit - 1),
    ),
    shapes: onePerSchema(holding.filter(({ keyword }) => SHAPES.has(keyword))),
    keyNames: holding.flatMap(keyNamesOf),
    names: [...new Set([...required, ...named])],
    patterns: [...new Set(patterns)],
    home: literals[0]?.home ?? goal.accepted[0]?.home ?? goal.refused[0]?.home,
  };
}

function onePerSchema(literals: readonly Literal[]): readonly Literal[] {
  return [...new Map(literals.map((literal) => [literal.schema, literal] as const)).values()];
}

function patternsOf(schema: JsonObject): readonly string[] {
  return schemaEntries(schema["patternProperties"]).map(([pattern]) => pattern);
}

function keyNamesOf({ keyword, schema, home }: Literal): readonly Clause[] {
  const names = schema["propertyNames"];
  return keyword === "propertyNames" && isSchema(names) ? [{ schema: names, home }] : [];
}

/** Whether a key may be there at all, as far as its name goes. */
export function matchesKey({ keyNames }: Fields, key: string): boolean {
  return keyNames.every(({ schema, home }) => home.accepts(schema, key));
}

function hasPattern(pattern: string, key: string): boolean {
  return EVERY_KEY.has(pattern) || compilePattern(pattern)?.test(key) === true;
}

/** What has to be true of what stands under a key. */
export function placesOf({ shapes }: Fields, key: string): readonly Clause[] {
  return shapes.flatMap(({ schema, home }) => placesIn(schema, key).map((place) => ({ schema: place, home })));
}

function placesIn(schema: JsonObject, key: string): readonly JsonSchema[] {
  const { properties, additionalProperties } = schema;
  const named = isJsonObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
  const matching = schemaEntries(schema["patternProperties"]).filter(([pattern]) => hasPattern(pattern, key));
  const declared = [...(isSchema(named) ? [named] : []), ...matching.map(([, place]) => place)];
  if (declared.length > 0 || named !== undefined) return declared;
  return isSchema(additionalProperties) && additionalProperties !== true ? [additionalProperties] : [];
}

/** Keys, and whether any other one would do no better. */
export interface Keys {
  readonly keys: readonly string[];
  readonly isComplete: boolean;
}

/** The keys under which something that a keyword forbids may stand. */
export function keysFor({ keyword, schema, home, at }: Literal, fields: Fields, solve: Solve): Keys {
  if (keyword === "properties") return { keys: at === undefined ? [] : [at], isComplete: true };
  if (keyword === "patternProperties") {
    const pattern = at ?? "";
    return findKeys(fields, {
      solve,
      accepted: EVERY_KEY.has(pattern) ? [] : [{ schema: { pattern }, home }],
      refused: [],
    });
  }
  if (keyword === "propertyNames") {
    const names = schema["propertyNames"];
    return findKeys(fields, { solve, accepted: [], refused: [{ schema: isSchema(names) ? names : true, home }] });
  }
  const declared = schemaEntries(schema["properties"]).map(([name]) => name);
  const refused = patternsOf(schema).map((pattern): Clause => ({ schema: { pattern }, home }));
  return findKeys(fields, { solve, accepted: [], refused: [...refused, { schema: { enum: declared }, home }] });
}

/** Keys that nothing names, none of them taken yet. */
export function additionalOf(fields: Fields, taken: ReadonlySet<string>, solve: Solve): Keys {
  const { home } = fields;
  if (home === undefined) return { keys: [`extra${taken.size}`], isComplete: true };
  return findKeys(fields, { solve, accepted: [], refused: [{ schema: { enum: [...taken] }, home }] });
}

interface KeyQuestion {
  readonly solve: Solve;
  readonly accepted: readonly Clause[];
  readonly refused: readonly Clause[];
}

/** Named keys that fit, then one of each group of keys that the patterns tell apart. */
function findKeys(fields: Fields, { solve, accepted, refused }: KeyQuestion): Keys {
  const { home, names, patterns, keyNames } = fields;
  const fits = (key: string): boolean =>
    accepted.every((clause) => clause.home.accepts(clause.schema, key)) &&
    !refused.some((clause) => clause.home.accepts(clause.schema, key));
  const known = names.filter(fits);
  if (home === undefined) return { keys: known, isComplete: false };
  const unnamed: Clause = { schema: { enum: [...names] }, home };
  const pattern = (text: string): Clause => ({ schema: { pattern: text }, home });
  const groups = [undefined, ...patterns].map((own) => ({
    accepted: [
      ...accepted,
      ...keyNames,
      { schema: { type: "string" }, home },
      ...(own === undefined ? [] : [pattern(own)]),
    ],
    refused: [...refused, unnamed, ...patterns.filter((other) => other !== own).map(pattern)],
  }));
  const answers = groups.map(solve);
  const found = answers.flatMap((answer) =>
    answer.kind === "found" && typeof answer.value === "string" ? [answer.value] : [],
  );
  const overlapping =
    patterns.length > 1 &&
    patterns.some((one) => patterns.some((other) => one !== other && mayOverlap({ one, other, home, solve })));
  const isComplete = !overlapping && answers.every(({ kind }) => kind !== "unknown");
  const fresh = found.map((key) => readableKey(key, fits, fields));
  return { keys: [...new Set([...known, ...fresh])], isComplete };
}

function mayOverlap({
  one,
  other,
  home,
  solve,
}: {
  readonly one: string;
  readonly other: string;
  readonly home: Home;
  readonly solve: Solve;
}): boolean {
  const accepted = [{ type: "string" }, { pattern: one }, { pattern: other }].map((schema) => ({ schema, home }));
  return solve({ accepted, refused: [] }).kind !== "none";
}

/** `extra` where that is as good as what was found. */
function readableKey(key: string, fits: (key: string) => boolean, fields: Fields): string {
  const same = (candidate: string): boolean =>
    fields.patterns.every((pattern) => hasPattern(pattern, candidate) === hasPattern(pattern, key));
  const isFine = (candidate: string): boolean =>
    fits(candidate) && !fields.names.includes(candidate) && matchesKey(fields, candidate) && same(candidate);
  return isFine("extra") ? "extra" : key;
}
