import { constantsOf, numberOr, typesOf } from "../../json-schema/schema.js";
import { limitsOf, type Literal } from "./facts.js";
import { type Answer, type Goal, meets, NONE, UNKNOWN } from "./goal.js";

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const NICE: readonly number[] = [0, 1, 2, 1.5, 0.5, -1, -0.5, 10, 0.25, 3, 7, 1e-9, 123.456, 1e6];
const MOST_TRIED = 3_000;

/** Finds a number. A range is counted out where it is short, and is certain to hold one where it is dense. */
export function solveNumber(literals: readonly Literal[], goal: Goal): Answer {
  const bounds = boundsOf(literals);
  if (bounds.least > bounds.most) return NONE;
  const steps = literals.filter(({ holds }) => holds).flatMap(stepOf);
  const avoided = literals.filter(({ holds }) => !holds).flatMap(stepOf);
  const excluded = literals
    .filter(({ holds }) => !holds)
    .flatMap(({ keyword, schema }) =>
      keyword === "const" || keyword === "enum" ? (constantsOf({ [keyword]: schema[keyword] ?? null }) ?? []) : [],
    );
  if (steps.length === 0) return dense(bounds, goal, excluded.length + avoided.length);
  const step = steps.reduce<number | undefined>(leastCommon, 1 / SCALE);
  if (step === undefined) return UNKNOWN;
  if (avoided.some((other) => isWhole(step / other))) return NONE;
  return counted(bounds, step, goal);
}

function boundsOf(literals: readonly Literal[]): Bounds {
  return {
    least: Math.max(
      -Infinity,
      ...limitsOf(literals, "minimum", true),
      ...limitsOf(literals, "exclusiveMinimum", true),
      ...limitsOf(literals, "maximum", false),
      ...limitsOf(literals, "exclusiveMaximum", false),
    ),
    most: Math.min(
      Infinity,
      ...limitsOf(literals, "maximum", true),
      ...limitsOf(literals, "exclusiveMaximum", true),
      ...limitsOf(literals, "minimum", false),
      ...limitsOf(literals, "exclusiveMinimum", false),
    ),
  };
}

/** What all numbers are multiples of, by a keyword: of 1 for integers. */
function stepOf({ keyword, schema }: Literal): readonly number[] {
  if (keyword === "multipleOf") return [Math.abs(numberOr(schema["multipleOf"], 1))];
  const types = keyword === "type" ? (typesOf(schema) ?? []) : [];
  return types.includes("integer") && !types.includes("number") ? [1] : [];
}

/** Finer steps than this are not told apart. */
const SCALE = 1e6;

function leastCommon(one: number | undefined, other: number): number | undefined {
  if (one === undefined) return undefined;
  const [left, right] = [Math.round(one * SCALE), Math.round(other * SCALE)];
  if (right === 0 || Math.abs(other * SCALE - right) > 1e-6) return undefined;
  const common = (left / greatestCommon(left, right)) * right;
  return Number.isSafeInteger(common) ? common / SCALE : undefined;
}

function greatestCommon(one: number, other: number): number {
  return other === 0 ? one : greatestCommon(other, one % other);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, Math.abs(value));
}

function counted({ least, most }: Bounds, step: number, goal: Goal): Answer {
  const [first, last] = [Math.ceil(least / step), Math.floor(most / step)];
  if (first > last) return NONE;
  const start = Math.min(Math.max(0, first), last);
  const candidates = new Set<number>();
  for (let away = 0; candidates.size < MOST_TRIED && away < MOST_TRIED; away += 1)
    for (const index of [start + away, start - away]) if (index >= first && index <= last) candidates.add(index);
  for (const index of candidates) {
    const value = clean(index * step, step);
    if (meets(goal, value)) return { kind: "found", value };
  }
  return candidates.size === last - first + 1 ? NONE : UNKNOWN;
}

function clean(value: number, step: number): number {
  return Number.isInteger(step) ? value : Math.round(value * SCALE) / SCALE;
}

/** All but finitely many numbers of a range will do; so many are tried, and a few more. */
function dense({ least, most }: Bounds, goal: Goal, unwanted: number): Answer {
  const tries = 20 + unwanted * 3;
  const [from, to] = [
    Number.isFinite(least) ? least : Math.min(most, 0) - tries,
    Number.isFinite(most) ? most : Math.max(least, 0) + tries,
  ];
  const ends = [from, to, from + 1, to - 1, from + 0.5, to - 0.5].filter(Number.isFinite);
  const inner = Array.from({ length: tries }, (_, index) => from + ((to - from) * (index + 1)) / (tries + 1.5));
  const candidates = [...NICE, ...ends, ...inner].filter((value) => value >= least && value <= most);
  const value = candidates.find((candidate) => meets(goal, candidate));
  if (value !== undefined) return { kind: "found", value };
  return least === most ? NONE : UNKNOWN;
}
