import { isAssertion } from "../../json-schema/keywords.js";
import { resolveReference } from "../../json-schema/references.js";
import {
  constantsOf,
  isSchema,
  type JsonSchema,
  schemaEntries,
  schemaList,
  stringList,
} from "../../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import {
  acceptsAll,
  contradicts,
  type Facts,
  type Kind,
  type Literal,
  NOTHING_KNOWN,
  tagsOf,
  withLiteral,
} from "./facts.js";
import {
  type Answer,
  type Clause,
  firstFound,
  type Goal,
  type Home,
  meets,
  NONE,
  type Solve,
  UNKNOWN,
} from "./goal.js";
import { solveArray } from "./solve-array.js";
import { solveNumber } from "./solve-number.js";
import { solveObject } from "./solve-object.js";
import { solveString } from "./solve-string.js";

/** One way to go on: what accepts the value besides, what does not, and a keyword that does not hold. */
interface Step {
  readonly accepted?: readonly Clause[];
  readonly refused?: readonly Clause[];
  readonly literal?: Literal;
}

/** Ways of which at least one has to be gone. */
interface Choice {
  readonly steps: readonly Step[];
  /** The schema that is to refuse the value; it leaves no choice any more once it contradicts what is known. */
  readonly from?: Clause;
}

const MOST_STEPS = 20_000;

/**
 * Makes what finds a value that some schemas accept and others refuse, or tells that there is none. It takes schemas
 * apart into cases until plain facts are left, which can be counted out. What is too much for it is `unknown`.
 * For example of `{ accepted: [string], refused: [maxLength 3] }` it finds a text of four characters.
 */
export function createSolver(hasFormat: (format: string) => boolean): Solve {
  const known = new Map<string, Answer>();
  const underWay = new Map<string, number>();
  let steps = 0;
  let lowest = Infinity;
  const solve: Solve = (goal) => {
    if (underWay.size === 0) steps = 0;
    const key = keyOf(goal);
    const answered = known.get(key);
    if (answered !== undefined) return answered;
    const depth = underWay.get(key);
    if (depth !== undefined) {
      // A value that holds itself would never end.
      lowest = Math.min(lowest, depth);
      return NONE;
    }
    const outer = lowest;
    const own = underWay.size;
    lowest = Infinity;
    underWay.set(key, own);
    const answer = begin(goal);
    underWay.delete(key);
    if (answer.kind === "found" || (lowest >= own && steps < MOST_STEPS)) known.set(key, answer);
    lowest = Math.min(outer, lowest >= own ? Infinity : lowest);
    return answer;
  };
  const begin = (goal: Goal): Answer => {
    const start = { accepted: goal.accepted, refused: goal.refused, choices: [], facts: NOTHING_KNOWN };
    return search(start, goal);
  };
  const search = (state: State, goal: Goal): Answer => {
    steps += 1;
    if (steps > MOST_STEPS) return UNKNOWN;
    const settled = settle(state, hasFormat);
    if (settled === undefined) return NONE;
    const { facts, choices } = settled;
    const constants = facts.literals.filter(
      ({ keyword, holds }) => holds && (keyword === "const" || keyword === "enum"),
    );
    const [listed] = constants;
    if (listed !== undefined)
      return fromConstants(constantsOf({ [listed.keyword]: listed.schema[listed.keyword] ?? null }) ?? [], goal);
    const [shortest] = choices.toSorted(
      (left, right) => urgency(left) - urgency(right) || left.steps.length - right.steps.length,
    );
    if (shortest === undefined) return firstFound([...facts.kinds], (kind) => ofKind(kind, facts, goal));
    const others = choices.filter((choice) => choice !== shortest);
    return firstFound(shortest.steps, ({ accepted = [], refused = [], literal }) => {
      const next = literal === undefined ? facts : withLiteral(facts, literal);
      return next === undefined ? NONE : search({ accepted, refused, choices: others, facts: next }, goal);
    });
  };
  const ofKind = (kind: Kind, facts: Facts, goal: Goal): Answer => {
    const literals = facts.literals;
    switch (kind) {
      case "null":
        return fromConstants([null], goal);
      case "boolean":
        return fromConstants([true, false], goal);
      case "number":
        return solveNumber(literals, goal);
      case "string":
        return solveString(literals, goal);
      case "array":
        return solveArray(literals, goal, solve);
      case "object":
        return solveObject(literals, goal, solve);
    }
  };
  return solve;
}

/** What a value is says more than what it is not, which may follow from it. */
function urgency({ from }: Choice): number {
  return from === undefined ? 0 : 1;
}

function fromConstants(values: readonly JsonValue[], goal: Goal): Answer {
  const value = values.find((candidate) => meets(goal, candidate));
  return value === undefined ? NONE : { kind: "found", value };
}

function keyOf({ accepted, refused }: Goal): string {
  return `${keysOf(accepted)}|${refused.some(acceptsAll) ? "!" : keysOf(refused)}`;
}

function keysOf(clauses: readonly Clause[]): string {
  const keys = clauses.filter((clause) => !acceptsAll(clause)).map(({ schema, home }) => home.keyOf(schema));
  return [...new Set(keys)].toSorted((left, right) => left - right).join(",");
}

interface State {
  readonly accepted: readonly Clause[];
  readonly refused: readonly Clause[];
  readonly choices: readonly Choice[];
  readonly facts: Facts;
}

/** Takes in everything that leaves no choice; undefined where it contradicts itself. */
function settle(
  state: State,
  hasFormat: (format: string) => boolean,
): { readonly facts: Facts; readonly choices: readonly Choice[] } | undefined {
  let facts: Facts = state.facts;
  let choices: readonly Choice[] = state.choices;
  const accepted = [...state.accepted];
  let refused = [...state.refused];
  for (;;) {
    facts = {
      ...facts,
      refused: new Set([...facts.refused, ...refused.map(({ schema, home }) => home.keyOf(schema))]),
    };
    for (let clause = accepted.shift(); clause !== undefined; clause = accepted.shift()) {
      if (contradicts(facts, clause)) return undefined;
      const taken: Taken | undefined = take(facts, clause);
      if (taken === undefined) return undefined;
      facts = taken.facts;
      accepted.push(...taken.accepted);
      refused.push(...taken.refused);
      choices = [...choices, ...taken.choices];
    }
    const before: Facts = facts;
    if (refused.some((clause) => acceptsAll(clause) || before.accepted.has(clause.home.keyOf(clause.schema))))
      return undefined;
    const asked = refused.map((from) => ({ steps: waysToRefuse(from, hasFormat), from }));
    choices = [...choices, ...asked].filter(
      ({ from }) => from === undefined || !contradicts(besides(before, from), from),
    );
    refused = [];
    const open = choices
      .filter(({ steps }) => !steps.some(isDone(before)))
      .map((choice) => ({ ...choice, steps: choice.steps.filter((step) => isOpenStep(before, step)) }));
    if (open.some(({ steps }) => steps.length === 0)) return undefined;
    const single = open.find(({ steps }) => steps.length === 1);
    const only = single?.steps[0];
    if (only === undefined) return { facts, choices: open };
    choices = open.filter((choice) => choice !== single);
    const next = only.literal === undefined ? facts : withLiteral(facts, only.literal);
    if (next === undefined) return undefined;
    facts = next;
    accepted.push(...(only.accepted ?? []));
    refused.push(...(only.refused ?? []));
  }
}

/** What is known without that a schema refuses the value, which is not to follow from itself. */
function besides(facts: Facts, { schema, home }: Clause): Facts {
  const key = home.keyOf(schema);
  return { ...facts, refused: new Set([...facts.refused].filter((other) => other !== key)) };
}

/** Whether nothing that is known stands against a step. */
function isOpenStep(facts: Facts, { accepted = [], refused = [], literal }: Step): boolean {
  if (literal !== undefined && withLiteral(facts, literal) === undefined) return false;
  if (accepted.some((clause) => contradicts(facts, clause))) return false;
  return !refused.some((clause) => acceptsAll(clause) || facts.accepted.has(clause.home.keyOf(clause.schema)));
}

/** Whether a step asks for nothing that is not known already. */
function isDone(facts: Facts): (step: Step) => boolean {
  return ({ accepted = [], refused = [], literal }) =>
    literal === undefined &&
    accepted.every((clause) => acceptsAll(clause) || facts.accepted.has(clause.home.keyOf(clause.schema))) &&
    refused.every((clause) => contradicts(facts, clause));
}

interface Taken {
  readonly facts: Facts;
  readonly accepted: readonly Clause[];
  readonly refused: readonly Clause[];
  readonly choices: readonly Choice[];
}

/** What follows from a schema that accepts the value. */
function take(facts: Facts, { schema, home }: Clause): Taken | undefined {
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
function waysToRefuse({ schema, home }: Clause, hasFormat: (format: string) => boolean): readonly Step[] {
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
