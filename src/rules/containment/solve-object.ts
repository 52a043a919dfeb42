import { isSchema, schemaEntries } from "../../json-schema/schema.js";
import type { JsonObject, JsonValue } from "../../support/json.js";
import type { Literal } from "./facts.js";
import { type Answer, type Clause, firstFound, type Goal, meets, NONE, type Solve, UNKNOWN } from "./goal.js";
import { additionalOf, type Fields, fieldsOf, keysFor, matchesKey, placesOf } from "./object-keys.js";

/** More keys than this are not written out. */
const MOST_KEYS = 5_000;

/** Something that stands under some key. */
interface Demand {
  readonly literal: Literal;
  readonly refused: readonly Clause[];
}

/** Finds an object: with the keys that must be there, and what has to be wrong under each key that it may stand under. */
export function solveObject(literals: readonly Literal[], goal: Goal, solve: Solve): Answer {
  const fields = fieldsOf(literals, goal);
  if (fields.least > fields.most) return NONE;
  const demands = literals.filter(({ holds }) => !holds).flatMap(demandOf);
  const assign = (index: number, under: ReadonlyMap<string, readonly Clause[]>): Answer => {
    const demand = demands[index];
    if (demand === undefined) return build(fields, { under, goal, solve });
    const { keys, isComplete } = keysFor(demand.literal, fields, solve);
    const answer = firstFound(keys, (key) =>
      assign(index + 1, new Map([...under, [key, [...(under.get(key) ?? []), ...demand.refused]]])),
    );
    return answer.kind === "none" && !isComplete ? UNKNOWN : answer;
  };
  return assign(0, new Map());
}

function demandOf(literal: Literal): readonly Demand[] {
  const { keyword, schema, home, at } = literal;
  const refuse = (value: JsonValue | undefined): readonly Clause[] => [
    { schema: isSchema(value) ? value : true, home },
  ];
  switch (keyword) {
    case "properties":
    case "patternProperties":
      return [{ literal, refused: refuse(schemaEntries(schema[keyword]).find(([name]) => name === at)?.[1]) }];
    case "additionalProperties":
      return [{ literal, refused: refuse(schema["additionalProperties"]) }];
    case "propertyNames":
      return [{ literal, refused: [] }];
    default:
      return [];
  }
}

interface Building {
  readonly under: ReadonlyMap<string, readonly Clause[]>;
  readonly goal: Goal;
  readonly solve: Solve;
}

function build(fields: Fields, { under, goal, solve }: Building): Answer {
  const keys = new Set([...fields.required, ...under.keys()]);
  if ([...keys].some((key) => fields.lacking.has(key) || !matchesKey(fields, key))) return NONE;
  if (keys.size > fields.most) return NONE;
  const members = new Map<string, JsonValue | undefined>();
  for (const key of keys) {
    const answer = solve({ accepted: placesOf(fields, key), refused: under.get(key) ?? [] });
    if (answer.kind !== "found") return answer;
    members.set(key, answer.value);
  }
  const filled = fill(fields, { members, wanted: fields.least, solve });
  if (filled !== "enough") return filled === "none" ? NONE : UNKNOWN;
  return finish(fields, { members, goal, solve });
}

interface Filling {
  /** Added to. */
  readonly members: Map<string, JsonValue | undefined>;
  readonly wanted: number;
  readonly solve: Solve;
}

/** Adds keys that may be there until there are enough. */
function fill(fields: Fields, { members, wanted, solve }: Filling): "enough" | "none" | "unknown" {
  if (wanted > MOST_KEYS) return "unknown";
  let given: "none" | "unknown" = "none";
  const add = (key: string): void => {
    const answer = solve({ accepted: placesOf(fields, key), refused: [] });
    if (answer.kind === "found") members.set(key, answer.value);
    if (answer.kind === "unknown") given = "unknown";
  };
  for (const key of fields.names) {
    if (members.size >= wanted) return "enough";
    if (!members.has(key) && !fields.lacking.has(key) && matchesKey(fields, key)) add(key);
  }
  while (members.size < wanted) {
    const before = members.size;
    const { keys, isComplete } = additionalOf(fields, new Set(members.keys()), solve);
    for (const key of keys) if (members.size < wanted && !members.has(key)) add(key);
    if (members.size === before) return isComplete ? given : "unknown";
  }
  return "enough";
}

/** The object itself; with one key more where it is one that is excluded. */
function finish(fields: Fields, { members, goal, solve }: Omit<Filling, "wanted"> & { readonly goal: Goal }): Answer {
  const written = objectOf(members);
  if (written === undefined) return { kind: "found", value: undefined };
  if (meets(goal, written)) return { kind: "found", value: written };
  if (members.size >= fields.most) return UNKNOWN;
  if (fill(fields, { members, wanted: members.size + 1, solve }) !== "enough") return UNKNOWN;
  const more = objectOf(members);
  return more !== undefined && meets(goal, more) ? { kind: "found", value: more } : UNKNOWN;
}

function objectOf(members: ReadonlyMap<string, JsonValue | undefined>): JsonObject | undefined {
  const entries = [...members].flatMap(([key, value]): [string, JsonValue][] =>
    value === undefined ? [] : [[key, value]],
  );
  return entries.length < members.size ? undefined : Object.fromEntries(entries);
}
