import { parseRegex, type Regex } from "./parse-regex.js";

/** Whether a text matches somewhere. In time linear in the text, whatever the expression. */
export interface Matcher {
  test(text: string): boolean;
}

/** A state: what it takes to leave it, and where that leads. */
type State =
  | { readonly kind: "end" }
  | { readonly kind: "fork"; readonly to: number[] }
  | { readonly kind: "character"; readonly is: (character: string) => boolean; readonly to: number }
  | { readonly kind: "condition"; readonly holds: Condition; readonly to: number };

/** Whether something holds between two characters. */
type Condition = (characters: readonly string[], position: number) => boolean;

interface Build {
  readonly states: State[];
  readonly flags: "u" | "";
  readonly characters: Map<string, (character: string) => boolean>;
}

/** Expressions that count beyond this are not followed. */
const MOST_STATES = 20_000;

/**
 * Compiles an expression to states that are all followed at once, so that none is ever tried twice at one place: what
 * backtracking engines take years for ends. Undefined for what states cannot say; see `parseRegex`.
 * For example `compileRegex("^(a+)+$", "u")`.
 */
export function compileRegex(pattern: string, flags: "u" | ""): Matcher | undefined {
  const regex = parseRegex(pattern, flags);
  if (regex === undefined || sizeOf(regex) > MOST_STATES) return undefined;
  if (isPlain(regex)) return new RegExp(pattern, flags);
  const build: Build = { states: [{ kind: "end" }], flags, characters: new Map() };
  const start = add(build, regex, 0);
  const run = runner(build.states, start);
  const charactersOf = (text: string): readonly string[] => (flags === "u" ? [...text] : text.split(""));
  return { test: (text) => run(charactersOf(text), { from: 0, isAnchored: false }) };
}

/** Whether an engine has nothing to try again and again: one repeat of one character at most. Such are most, and quick. */
function isPlain(regex: Regex): boolean {
  let repeats = 0;
  const isFlat = (part: Regex): boolean => {
    if (part.kind === "character" || part.kind === "edge") return true;
    if (part.kind === "ahead") return false;
    if (part.kind !== "repeat") return part.parts.every(isFlat);
    if (part.part.kind !== "character") return false;
    if (part.minimum !== part.maximum) repeats += 1;
    return true;
  };
  return isFlat(regex) && repeats <= 1;
}

/** How many states an expression takes. */
function sizeOf(regex: Regex): number {
  switch (regex.kind) {
    case "sequence":
    case "choice":
      return regex.parts.reduce((size, part) => size + sizeOf(part), 1);
    case "repeat":
      return (sizeOf(regex.part) + 1) * Math.max(1, regex.maximum === Infinity ? regex.minimum + 1 : regex.maximum);
    case "ahead":
      return 1 + sizeOf(regex.part);
    default:
      return 1;
  }
}

/** Adds the states of an expression that lead to `to`; the first of them is the result. */
function add(build: Build, regex: Regex, to: number): number {
  switch (regex.kind) {
    case "sequence":
      return regex.parts.reduceRight((next, part) => add(build, part, next), to);
    case "choice":
      return push(build, { kind: "fork", to: regex.parts.map((part) => add(build, part, to)) });
    case "repeat":
      return addRepeat(build, regex, to);
    case "character":
      return push(build, { kind: "character", is: characterTest(build, regex.source), to });
    case "edge":
      return push(build, { kind: "condition", holds: EDGES[regex.at], to });
    case "ahead": {
      const inner: Build = { ...build, states: [{ kind: "end" }] };
      const run = runner(inner.states, add(inner, regex.part, 0));
      const holds: Condition = (characters, from) => run(characters, { from, isAnchored: true }) !== regex.negated;
      return push(build, { kind: "condition", holds, to });
    }
  }
}

function addRepeat(build: Build, { part, minimum, maximum }: Regex & { readonly kind: "repeat" }, to: number): number {
  let next = to;
  if (maximum === Infinity) {
    const again: number[] = [to];
    next = push(build, { kind: "fork", to: again });
    again.push(add(build, part, next));
  } else {
    for (let count = minimum; count < maximum; count += 1) {
      next = push(build, { kind: "fork", to: [to, add(build, part, next)] });
    }
  }
  for (let count = 0; count < minimum; count += 1) next = add(build, part, next);
  return next;
}

function push({ states }: Build, state: State): number {
  states.push(state);
  return states.length - 1;
}

/** The engine's own answer about one character. */
function characterTest({ characters, flags }: Build, source: string): (character: string) => boolean {
  const known = characters.get(source);
  if (known !== undefined) return known;
  const expression = new RegExp(`^(?:${source})$`, flags);
  const answers = new Map<string, boolean>();
  const test = (character: string): boolean => {
    const answer = answers.get(character) ?? expression.test(character);
    answers.set(character, answer);
    return answer;
  };
  characters.set(source, test);
  return test;
}

const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character);
const isWordEdge: Condition = (characters, position) =>
  isWord(characters[position - 1]) !== isWord(characters[position]);

const EDGES: Readonly<Record<(Regex & { readonly kind: "edge" })["at"], Condition>> = {
  start: (_, position) => position === 0,
  end: (characters, position) => position === characters.length,
  word: isWordEdge,
  "no word": (characters, position) => !isWordEdge(characters, position),
};

type Run = (
  characters: readonly string[],
  at: {
    readonly from: number;
    /** Whether the match has to begin there. */
    readonly isAnchored: boolean;
  },
) => boolean;

/** Follows all states at once, from one character to the next. */
function runner(states: readonly State[], start: number): Run {
  return (characters, { from, isAnchored }) => {
    let entered: readonly number[] = [start];
    for (let position = from; ; position += 1) {
      const met = closure(entered, states, (holds) => holds(characters, position));
      if (met.has(0)) return true;
      const character = characters[position];
      if (character === undefined) return false;
      const next = [...met].flatMap((index) => {
        const state = states[index];
        return state?.kind === "character" && state.is(character) ? [state.to] : [];
      });
      if (next.length === 0 && isAnchored) return false;
      entered = isAnchored ? next : [...next, start];
    }
  };
}

/** The states that are reached without a character. */
function closure(
  entered: readonly number[],
  states: readonly State[],
  isTrue: (condition: Condition) => boolean,
): ReadonlySet<number> {
  const met = new Set(entered);
  // A set that grows is walked to its end.
  for (const index of met) {
    const state = states[index];
    if (state?.kind === "fork") for (const to of state.to) met.add(to);
    if (state?.kind === "condition" && isTrue(state.holds)) met.add(state.to);
  }
  return met;
}
