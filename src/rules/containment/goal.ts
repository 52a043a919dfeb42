import { type Definitions, referencesIn } from "../../json-schema/references.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import type { Acceptor } from "../../instances/accepts.js";
import type { JsonValue } from "../../support/json.js";
import { shapeText } from "../compare/shape-text.js";

/** The version that a schema belongs to, since a reference leads elsewhere in another one. */
export interface Home {
  readonly definitions: Definitions;
  readonly accepts: Acceptor;
  /** Equal for schemas that say the same, of whichever version. */
  readonly keyOf: (schema: JsonSchema) => number;
}

/** A schema of a version. */
export interface Clause {
  readonly schema: JsonSchema;
  readonly home: Home;
}

/** A value is wanted that all of the one accept and none of the others does. */
export interface Goal {
  readonly accepted: readonly Clause[];
  readonly refused: readonly Clause[];
}

/** `found` without a value: there is one, too long to be written. `unknown`: the search was given up. */
export type Answer =
  | { readonly kind: "found"; readonly value: JsonValue | undefined }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

export const NONE: Answer = { kind: "none" };
export const UNKNOWN: Answer = { kind: "unknown" };

/** Finds an answer to a goal that is part of another one. */
export type Solve = (goal: Goal) => Answer;

/** Two versions as homes of schemas. What their references lead to is looked through once. */
export function createHomes(
  previous: Pick<Home, "definitions" | "accepts">,
  current: Pick<Home, "definitions" | "accepts">,
): { readonly previous: Home; readonly current: Home } {
  const numbers = new Map<string, number>();
  const changed = changedDefinitions(previous.definitions, current.definitions);
  const create = (side: Pick<Home, "definitions" | "accepts">, label: string): Home => {
    const known = new WeakMap<object, number>();
    const keyOf = (schema: JsonSchema): number => {
      const cached = typeof schema === "object" ? known.get(schema) : undefined;
      if (cached !== undefined) return cached;
      const isOwn = referencesIn(schema).some(({ name }) => changed.has(name));
      const text = `${isOwn ? label : ""}${shapeText(schema)}`;
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      if (typeof schema === "object") known.set(schema, number);
      return number;
    };
    return { ...side, keyOf };
  };
  return { previous: create(previous, "previous "), current: create(current, "current ") };
}

/** The definitions that say something else in another version, or refer to some that do. */
function changedDefinitions(previous: Definitions, current: Definitions): ReadonlySet<string> {
  const changed = new Set<string>();
  const names = new Set([...previous.keys(), ...current.keys()]);
  for (const name of names) {
    const [before, after] = [previous.get(name), current.get(name)];
    if (before === undefined || after === undefined || shapeText(before) !== shapeText(after)) changed.add(name);
  }
  const users = new Map<string, string[]>();
  for (const definitions of [previous, current])
    for (const [user, schema] of definitions)
      for (const { name } of referencesIn(schema)) users.set(name, [...(users.get(name) ?? []), user]);
  const queue = [...changed];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const user of users.get(name) ?? []) {
      if (changed.has(user)) continue;
      changed.add(user);
      queue.push(user);
    }
  }
  return changed;
}

/** Whether a value is what a goal asks for. */
export function meets({ accepted, refused }: Goal, value: JsonValue): boolean {
  return (
    accepted.every(({ schema, home }) => home.accepts(schema, value)) &&
    !refused.some(({ schema, home }) => home.accepts(schema, value))
  );
}

/** The first found one, else what is left to say: `unknown` where any of them is. */
export function firstFound<T>(items: readonly T[], answer: (item: T) => Answer): Answer {
  let rest: Answer = NONE;
  for (const item of items) {
    const given = answer(item);
    if (given.kind === "found") return given;
    if (given.kind === "unknown") rest = given;
  }
  return rest;
}
