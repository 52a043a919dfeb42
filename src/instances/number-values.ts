import { numberOr } from "../json-schema/schema.js";
import type { JsonObject } from "../support/json.js";
import { isMultiple } from "./is-multiple.js";
import type { Random } from "./random.js";

const INTEGERS: readonly number[] = [
  0,
  1,
  -1,
  42,
  2 ** 31,
  -(2 ** 31) - 1,
  1_767_225_600_000,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  -(2 ** 53),
  2 ** 63,
  -(2 ** 63),
  1e21,
];
const FRACTIONS: readonly number[] = [0.5, -0.25, 0.1, 1.5e-7, 1e-10, 5e-324, 1.7e300, -123456.789];

/**
 * Numbers worth trying under a schema's numeric keywords: both ends of the range and their neighbours, the limits of
 * common number types, exponents. For example `{ minimum: 0 }` gives none below 0. Empty where none was found.
 */
export function numberValues(schema: JsonObject, kind: "integer" | "number"): readonly number[] {
  const lowest = Math.max(numberOr(schema["minimum"], -Infinity), numberOr(schema["exclusiveMinimum"], -Infinity));
  const highest = Math.min(numberOr(schema["maximum"], Infinity), numberOr(schema["exclusiveMaximum"], Infinity));
  const step = Math.abs(numberOr(schema["multipleOf"], 1)) || 1;
  const ends = [lowest, highest].filter((end) => Number.isFinite(end));
  const whole = ends.flatMap((end) =>
    [Math.ceil(end / step) * step, Math.floor(end / step) * step].flatMap((base) => [base, base + step, base - step]),
  );
  const between = ends.length === 2 ? [(lowest + highest) / 2, Math.round((lowest + highest) / 2 / step) * step] : [];
  const multiples = step === 1 ? [] : INTEGERS.slice(0, 8).map((value) => value * step);
  const fractions = kind === "number" ? [...ends, ...FRACTIONS] : [];
  return [...new Set([...whole, ...INTEGERS, ...multiples, ...between, ...fractions])].filter((value) =>
    fits(schema, kind, value),
  );
}

/** One number at random under a schema's numeric keywords; undefined where none was found. For example `8231`. */
export function randomNumber(schema: JsonObject, kind: "integer" | "number", random: Random): number | undefined {
  const lowest = Math.max(numberOr(schema["minimum"], -1e6), numberOr(schema["exclusiveMinimum"], -1e6));
  const highest = Math.min(
    numberOr(schema["maximum"], lowest + 2e6),
    numberOr(schema["exclusiveMaximum"], lowest + 2e6),
  );
  const value = lowest + random.fraction() * (highest - lowest);
  const step = typeof schema["multipleOf"] === "number" ? schema["multipleOf"] : kind === "integer" ? 1 : 0.001;
  const stepped = Math.round(value / step) * step;
  return fits(schema, kind, stepped) ? stepped : undefined;
}

function fits(schema: JsonObject, kind: "integer" | "number", value: number): boolean {
  const { multipleOf } = schema;
  return (
    Number.isFinite(value) &&
    (kind === "number" || Number.isInteger(value)) &&
    value >= numberOr(schema["minimum"], -Infinity) &&
    value <= numberOr(schema["maximum"], Infinity) &&
    value > numberOr(schema["exclusiveMinimum"], -Infinity) &&
    value < numberOr(schema["exclusiveMaximum"], Infinity) &&
    (typeof multipleOf !== "number" || isMultiple(value, multipleOf))
  );
}
