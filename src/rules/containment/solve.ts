import { constantsOf } from "../../json-schema/schema.js";
import type { JsonValue } from "../../support/json.js";
import { type Choice, type Step, take, type Taken, waysToRefuse } from "./cases.js";
import { acceptsAll, contradicts, type Facts, type Kind, NOTHING_KNOWN, withLiteral } from "./facts.js";
import { type Answer, type Clause, firstFound, type Goal, meets, NONE, type Solve, UNKNOWN } from "./goal.js";
import { solveArray } from "./solve-array.js";
import { solveNumber } from "./solve-number.js";
import { solveObject } from "./solve-object.js";
import { solveString } from "./solve-string.js";

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
