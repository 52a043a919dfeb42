import { isSchema, type JsonSchema, schemaList } from "../../json-schema/schema.js";
import { isJsonArray, type JsonValue } from "../../support/json.js";
import { limitsOf, type Literal } from "./facts.js";
import { type Answer, type Clause, firstFound, type Goal, meets, NONE, type Solve, UNKNOWN } from "./goal.js";

/** Longer arrays are not written out. */
const LONGEST = 20_000;
/** So many different items are looked for one after the other. */
const MOST_DIFFERENT = 400;

/** What an array has to be. */
interface Wanted {
  /** What says what stands at a place. */
  readonly places: readonly Literal[];
  readonly least: number;
  readonly most: number;
  readonly different: boolean;
  /** What no item may be. */
  readonly nowhere: readonly Clause[];
  /** What has to stand somewhere. */
  readonly demands: readonly Demand[];
  /** Two equal items are asked for. */
  readonly twice: boolean;
}

interface Demand {
  readonly accepted: readonly Clause[];
  readonly refused: readonly Clause[];
  /** The places where it may stand; `most` may be infinite. */
  readonly from: number;
  readonly to: number;
}

/** Finds an array: a short one, with what has to stand in it put to every place in turn. */
export function solveArray(literals: readonly Literal[], goal: Goal, solve: Solve): Answer {
  const wanted = wantedOf(literals);
  if (wanted.least > wanted.most) return NONE;
  const tuple = Math.max(
    0,
    ...wanted.places.map(({ schema }) => schemaList(schema["items"]).length),
    ...wanted.demands.map(({ from }) => from),
  );
  const reach = tuple + wanted.demands.length + 1;
  const assign = (index: number, at: ReadonlyMap<number, readonly Demand[]>): Answer => {
    const demand = wanted.demands[index];
    if (demand === undefined)
      return wanted.twice ? doubled(wanted, { at, reach, goal, solve }) : build(wanted, { at, goal, solve });
    const last = Math.min(demand.to, reach);
    const places = Array.from({ length: Math.max(0, last - demand.from + 1) }, (_, offset) => demand.from + offset);
    return firstFound(places, (place) =>
      assign(index + 1, new Map([...at, [place, [...(at.get(place) ?? []), demand]]])),
    );
  };
  return assign(0, new Map());
}

interface Building {
  readonly at: ReadonlyMap<number, readonly Demand[]>;
  readonly goal: Goal;
  readonly solve: Solve;
  /** Two places that hold the same. */
  readonly pair?: readonly [number, number] | undefined;
}

function doubled(wanted: Wanted, building: Building & { readonly reach: number }): Answer {
  const places = Array.from({ length: building.reach + 1 }, (_, index) => index);
  const pairs = places.flatMap((one) => places.slice(one + 1).map((other): readonly [number, number] => [one, other]));
  return firstFound(pairs, (pair) => build(wanted, { ...building, pair }));
}

function build(wanted: Wanted, { at, goal, solve, pair }: Building): Answer {
  const length = Math.max(wanted.least, ...[...at.keys(), ...(pair ?? [])].map((place) => place + 1));
  if (length > wanted.most) return NONE;
  if (length > LONGEST)
    return wanted.different || wanted.places.some(({ schema }) => isJsonArray(schema["items"]))
      ? UNKNOWN
      : long(wanted, solve);
  const items: (JsonValue | undefined)[] = [];
  for (let index = 0; index < length; index += 1) {
    if (pair !== undefined && index === pair[1]) {
      items.push(items[pair[0]]);
      continue;
    }
    const answer = item(wanted, { index, at, solve, pair, before: items });
    if (answer.kind !== "found") return answer;
    items.push(answer.value);
  }
  const value = items.filter((one) => one !== undefined);
  if (value.length < items.length) return { kind: "found", value: undefined };
  if (meets(goal, value)) return { kind: "found", value };
  return length < wanted.most && at.size === 0 && pair === undefined
    ? longer({ ...wanted, least: length + 1 }, { at, goal, solve })
    : UNKNOWN;
}

/** One longer than what an excluded value has. */
function longer(wanted: Wanted, building: Building): Answer {
  return wanted.least > 30 ? UNKNOWN : build(wanted, building);
}

function long(wanted: Wanted, solve: Solve): Answer {
  const accepted = wanted.places.flatMap((literal) => placeOf(literal, 0));
  const answer = solve({ accepted, refused: wanted.nowhere });
  return answer.kind === "found" ? { kind: "found", value: undefined } : answer;
}

function item(
  wanted: Wanted,
  {
    index,
    at,
    solve,
    pair,
    before,
  }: Pick<Building, "at" | "solve" | "pair"> & {
    readonly index: number;
    readonly before: readonly (JsonValue | undefined)[];
  },
): Answer {
  const places = pair?.[0] === index ? pair : [index];
  const demands = places.flatMap((place) => at.get(place) ?? []);
  const accepted = [
    ...places.flatMap((place) => wanted.places.flatMap((literal) => placeOf(literal, place))),
    ...demands.flatMap((demand) => demand.accepted),
  ];
  const refused = [...wanted.nowhere, ...demands.flatMap((demand) => demand.refused)];
  if (!wanted.different || before.length === 0) return solve({ accepted, refused });
  if (before.length > MOST_DIFFERENT) return UNKNOWN;
  const home = wanted.places[0]?.home ?? accepted[0]?.home ?? refused[0]?.home;
  const used = before.filter((value) => value !== undefined);
  if (home === undefined) return { kind: "found", value: before.length };
  return solve({ accepted, refused: [...refused, { schema: { enum: used }, home }] });
}

/** What a keyword says of one place. */
function placeOf({ keyword, schema, home }: Literal, index: number): readonly Clause[] {
  const { items, additionalItems } = schema;
  const own = (value: JsonValue | undefined): readonly Clause[] =>
    isSchema(value) && value !== true ? [{ schema: value, home }] : [];
  if (keyword === "items") return own(isJsonArray(items) ? items[index] : items);
  return isJsonArray(items) && index >= items.length ? own(additionalItems) : [];
}

function wantedOf(literals: readonly Literal[]): Wanted {
  const holding = literals.filter(({ holds }) => holds);
  const failing = literals.filter(({ holds }) => !holds);
  return {
    places: holding.filter(({ keyword }) => keyword === "items" || keyword === "additionalItems"),
    least: Math.max(
      0,
      ...limitsOf(literals, "minItems", true),
      ...limitsOf(literals, "maxItems", false).map((limit) => limit + 1),
    ),
    most: Math.min(
      Infinity,
      ...limitsOf(literals, "maxItems", true),
      ...limitsOf(literals, "minItems", false).map((limit) => limit - 1),
    ),
    different: holding.some(({ keyword, schema }) => keyword === "uniqueItems" && schema["uniqueItems"] === true),
    twice: failing.some(({ keyword }) => keyword === "uniqueItems"),
    nowhere: containedOf(failing),
    demands: [
      ...containedOf(holding).map((clause) => ({ accepted: [clause], refused: [], from: 0, to: Infinity })),
      ...failing.flatMap(demandOf),
    ],
  };
}

function demandOf({ keyword, schema, home, at }: Literal): readonly Demand[] {
  const { items, additionalItems } = schema;
  const demand = (refused: JsonSchema | undefined, from: number, to: number): readonly Demand[] => [
    { accepted: [], refused: [{ schema: refused ?? true, home }], from, to },
  ];
  if (keyword === "items") {
    if (isJsonArray(items)) return demand(schemaList(items)[Number(at)], Number(at), Number(at));
    return demand(isSchema(items) ? items : true, 0, Infinity);
  }
  if (keyword !== "additionalItems") return [];
  return demand(
    isSchema(additionalItems) && isJsonArray(items) ? additionalItems : true,
    isJsonArray(items) ? items.length : 0,
    Infinity,
  );
}

function containedOf(literals: readonly Literal[]): readonly Clause[] {
  return literals.flatMap(({ keyword, schema, home }) =>
    keyword === "contains" && isSchema(schema["contains"]) ? [{ schema: schema["contains"], home }] : [],
  );
}
