import type { IntegerType, NumberType, UnknownType } from "../../../src/ir/types.js";
import type { JsonValue } from "../../../src/support/json.js";

const MARK = "@number:";

/** What becomes of a number in a place. `foundation` is false where `JSONDecoder` rounds before the models see it. */
export interface NumberCase {
  readonly topic: string;
  /** What stands for the number in an instance, for `jsonText` to write. For example `"@number:1e400"`. */
  readonly number: string;
  /** The same number, where nothing is lost; `refused` where it has to be. */
  readonly outcome: string;
  readonly foundation: boolean;
}

const INT_MAX = "9223372036854775807";
const INT64 = ["9007199254740993", "-9007199254740993", INT_MAX, "-9223372036854775808"] as const;
const BEYOND_INT64 = ["9223372036854777856", "1e30"] as const;
const EXPONENTS = ["1e2", "2.50E+1", "-1.5E-7", "1.7976931348623157e308", "5e-324", "0.1"] as const;
const BEYOND_DOUBLE = [
  "1e400",
  "-1e-400",
  "0.1000000000000000055511151231257827",
  "123456789012345678901234567890",
  "-9223372036854775809",
] as const;

/** `Int.max` and `Int.min` as JavaScript writes them: they come back as what they were before it rounded them. */
const ROUNDED = [
  ["9223372036854775808", INT_MAX],
  ["9223372036854776000", INT_MAX],
  ["-9223372036854776000", "-9223372036854775808"],
] as const;

/** What the models make of 2^63, which is no `Int`, but which JavaScript has for `Int.max`. */
export const ROUNDED_MAX = `${MARK}${INT_MAX}`;

/** The numbers that doubles lose, and what has to become of each where the schema allows it. */
export function numberCases(type: IntegerType | NumberType | UnknownType): readonly NumberCase[] {
  const isAllowed = (number: string): boolean => type.kind === "unknown" || isWithin(Number(number), type);
  const same = (numbers: readonly string[], foundation = true): readonly NumberCase[] =>
    numbers.filter(isAllowed).map((number) => one(number, `${MARK}${number}`, foundation));
  const refused = (numbers: readonly string[], foundation = true): readonly NumberCase[] =>
    numbers.filter(isAllowed).map((number) => one(number, "refused", foundation));
  switch (type.kind) {
    case "integer":
      return [
        ...same([...INT64, "1e2", "2.0"]),
        ...ROUNDED.filter(([number]) => isAllowed(number)).map(([number, read]) => one(number, `${MARK}${read}`, true)),
        ...refused(BEYOND_INT64),
        ...refused(["-9223372036854775809"], false),
      ];
    case "number":
      return [...same(EXPONENTS), ...refused(["1e400"], false)];
    case "unknown":
      return [...same([...INT64, ...EXPONENTS, "18446744073709551615"]), ...same(BEYOND_DOUBLE, false)];
  }
}

function one(number: string, outcome: string, foundation: boolean): NumberCase {
  return { topic: `number ${number}`, number: `${MARK}${number}`, outcome, foundation };
}

/** JSON text of an instance, with the digits of ±2^63 that JavaScript rounds away. */
export function jsonText(value: JsonValue): string {
  return JSON.stringify(value)
    .replace(/"@number:([^"]+)"/g, "$1")
    .replaceAll("9223372036854776000", "9223372036854775808");
}

function isWithin(value: number, { constraints }: IntegerType | NumberType): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints;
  return (
    value >= (minimum ?? -Infinity) &&
    value <= (maximum ?? Infinity) &&
    value > (exclusiveMinimum ?? -Infinity) &&
    value < (exclusiveMaximum ?? Infinity) &&
    multipleOf === undefined
  );
}
