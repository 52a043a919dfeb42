import { isAssertion } from "../../json-schema/keywords.js";
import { resolveReference } from "../../json-schema/references.js";
import { isSchema, type JsonSchema, schemaEntries, schemaList, stringList } from "../../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject } from "../../support/json.js";
import { type Facts, type Literal, tagsOf, withLiteral } from "./facts.js";
import type { Clause, Home } from "./goal.js";

/** One way to go on: what accepts the value besides, what does not, and a keyword that does not hold. */
export interface Step {
  readonly accepted?: readonly Clause[];
  readonly refused?: readonly Clause[];
  readonly literal?: Literal;
}

/** Ways of which at least one has to be gone. */
export interface Choice {
  readonly steps: readonly Step[];
  /** The schema that is to refuse the value; it leaves no choice any more once it contradicts what is known. */
  readonly from?: Clause;
}

/** What a schema that accepts a value says of it: facts, and what is to be asked next. */
export interface Taken {
  readonly facts: Facts;
  readonly accepted: readonly Clause[];
  readonly refused: readonly Clause[];
  readonly choices: readonly Choice[];
}

/** What follows from a schema that accepts the value. */
export function take(facts: Facts, { schema, home }: Clause): Taken | undefined {
  if (typeof schema === "boolean") return schema ? { facts, accepted: [], refused: [], choices: [] } : undefined;
  const key = home.keyOf(schema);
  if (facts.accepted.has(key)) return { facts, accepted: [], refused: [], choices: [] };
  const tags = new Map([...facts.tags, ...tagsOf(schema)]);
  let known: Facts | undefined = { ...facts, accepted: new Set([...facts.accepted, key]), tags };
  const accepted: Clause[] = [];
  const refused: Clause[] = [];
  const choices: Choice[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const parts = partsOf(keyword, schema, home);
    if (parts !== undefined) {
      accepted.push(...(parts.accepted ?? []));
      refused.push(...(parts.refused ?? []));
      choices.push(...(parts.choices ?? []));
    } else if (isAssertion(keyword) && value !== undefined && keyword !== "then" && keyword !== "else") {
      known = withLiteral(known, { keyword, schema, home, holds: true });
      if (known === undefined) return undefined;
    }
  }
  return { facts: known, accepted, refused, choices };
}

/** What a keyword that combines schemas asks for; undefined for another one. */
function partsOf(keyword: string, schema: JsonObject, home: Home): Partial<Omit<Taken, "facts">> | undefined {
  const clause = (inner: JsonSchema): Clause => ({ schema: inner, home });
  const value = schema[keyword];
  switch (keyword) {
    case "$ref":
      return { accepted: [clause(resolveReference(String(value), home.definitions) ?? true)] };
    case "allOf":
      return { accepted: schemaList(value).map(clause) };
    case "anyOf":
      return { choices: [{ steps: schemaList(value).map((branch) => ({ accepted: [clause(branch)] })) }] };
    case "oneOf":
      return { choices: [{ steps: oneOf(schemaList(value).map(clause)) }] };
    case "not":
      return isSchema(value) ? { refused: [clause(value)] } : {};
    case "if":
      return { choices: isSchema(value) ? [{ steps: condition(clause(value), schema) }] : [] };
    case "dependencies":
      return {
        choices: dependenciesOf(schema, home).map(({ key, asked }) => ({
          steps: [{ refused: [key] }, { accepted: [key, asked] }],
        })),
      };
    default:
      return undefined;
  }
}

function oneOf(branches: readonly Clause[]): readonly Step[] {
  return branches.map((branch, index) => ({
    accepted: [branch],
    refused: branches.filter((_, other) => other !== index),
  }));
}

function condition(when: Clause, schema: JsonObject): readonly Step[] {
  const inner = (keyword: string): readonly Clause[] => {
    const value = schema[keyword];
    return isSchema(value) ? [{ schema: value, home: when.home }] : [];
  };
  return [{ accepted: [when, ...inner("then")] }, { accepted: inner("else"), refused: [when] }];
}

function dependenciesOf(schema: JsonObject, home: Home): readonly { readonly key: Clause; readonly asked: Clause }[] {
  const entries = isJsonObject(schema["dependencies"]) ? Object.entries(schema["dependencies"]) : [];
  return entries.map(([name, asked]) => ({
    key: { schema: { type: "object", required: [name] }, home },
    asked: { schema: isSchema(asked) ? asked : { required: [...stringList(asked)] }, home },
  }));
}

/** Every way in which a value can fail a schema. */
export function waysToRefuse({ schema, home }: Clause, hasFormat: (format: string) => boolean): readonly Step[] {
  if (typeof schema === "boolean") return schema ? [] : [{}];
  return Object.keys(schema).flatMap((keyword) => waysOf(keyword, schema, { home, hasFormat }));
}

function waysOf(
  keyword: string,
  schema: JsonObject,
  { home, hasFormat }: { readonly home: Home; readonly hasFormat: (format: string) => boolean },
): readonly Step[] {
  const value = schema[keyword];
  const clause = (inner: JsonSchema): Clause => ({ schema: inner, home });
  const branches = schemaList(value).map(clause);
  const failing = (at?: string): Step => ({
    literal: { keyword, schema, home, holds: false, ...(at === undefined ? {} : { at }) },
  });
  switch (keyword) {
    case "$ref":
      return [{ refused: [clause(resolveReference(String(value), home.definitions) ?? true)] }];
    case "allOf":
      return branches.map((part) => ({ refused: [part] }));
    case "anyOf":
      return [{ refused: branches }];
    case "oneOf":
      return [
        { refused: branches },
        ...branches.flatMap((one, index) => branches.slice(index + 1).map((other) => ({ accepted: [one, other] }))),
      ];
    case "not":
      return isSchema(value) ? [{ accepted: [clause(value)] }] : [];
    case "if":
      return isSchema(value) ? refuseCondition(clause(value), schema) : [];
    case "then":
    case "else":
      return [];
    case "dependencies":
      return dependenciesOf(schema, home).map(({ key, asked }) => ({ accepted: [key], refused: [asked] }));
    case "properties":
    case "patternProperties":
      return schemaEntries(value).map(([name]) => failing(name));
    case "required":
      return stringList(value).map((name) => failing(name));
    case "items":
      return isJsonArray(value) ? value.map((_, index) => failing(`${index}`)) : [failing()];
    case "format":
      return hasFormat(String(value)) ? [failing()] : [];
    default:
      return isAssertion(keyword) && value !== undefined ? [failing()] : [];
  }
}

function refuseCondition(when: Clause, schema: JsonObject): readonly Step[] {
  return condition(when, schema).flatMap(({ accepted = [], refused = [] }) => {
    const told = accepted.filter((clause) => clause !== when);
    const rest = accepted.filter((clause) => clause === when);
    return told.map((clause) => ({ accepted: rest, refused: [...refused, clause] }));
  });
}
