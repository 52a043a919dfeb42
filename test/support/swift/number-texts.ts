import type { IntegerType, NumberType, UnknownType } from "../../../src/ir/type-expr.js";
import type { JsonValue } from "../../../src/support/json.js";

const MARK = "@number:";

/** What becomes of a number in a place. `foundation` is false where `JSONDecoder` rounds before the models see it. */
export interface NumberCase {
  readonly topic: string;
  /** What stands for the number in an instance, for `jsonText` to write. For example `"@number:1e400"`. */
  readonly number: string;
  readonly outcome: "same" | "refused";
  readonly foundation: boolean;
}

const INT64 = ["9007199254740993", "-9007199254740993", "9223372036854775807", "-9223372036854775808"] as const;
/** `Int.max` and `Int.min` as JavaScript has them. */
const ROUNDED = ["9223372036854775808", "9223372036854776000", "-9223372036854776000"] as const;
const BEYOND_INT64 = ["9223372036854777856", "1e30"] as const;
const EXPONENTS = ["1e2", "2.50E+1", "-1.5E-7", "1.7976931348623157e308", "5e-324", "0.1"] as const;
const BEYOND_DOUBLE = [
  "1e400",
  "-1e-400",
  "0.1000000000000000055511151231257827",
  "123456789012345678901234567890",
  "-9223372036854775809",
] as const;

/** The numbers that doubles lose, and what has to become of each where the schema allows it. */
export function numberCases(type: IntegerType | NumberType | UnknownType): readonly NumberCase[] {
  const isAllowed = (number: string): boolean => type.kind === "unknown" || isWithin(Number(number), type);
  const same = (numbers: readonly string[], foundation = true): readonly NumberCase[] =>
    numbers.filter(isAllowed).map((number) => one(number, "same", foundation));
  const refused = (numbers: readonly string[], foundation = true): readonly NumberCase[] =>
    numbers.filter(isAllowed).map((number) => one(number, "refused", foundation));
  switch (type.kind) {
    case "integer":
      return [
        ...same([...INT64, ...ROUNDED, "1e2", "2.0"]),
        ...refused(BEYOND_INT64),
        ...refused(["-9223372036854775809"], false),
      ];
    case "number":
      return [...same(EXPONENTS), ...refused(["1e400"], false)];
    case "unknown":
      return [...same([...INT64, ...EXPONENTS, "18446744073709551615"]), ...same(BEYOND_DOUBLE, false)];
  }
}

function one(number: string, outcome: NumberCase["outcome"], foundation: boolean): NumberCase {
  return { topic: `number ${number}`, number: `${MARK}${number}`, outcome, foundation };
}

/** JSON text of an instance, numbers as they stand. */
export function jsonText(value: JsonValue): string {
  return JSON.stringify(value).replace(/"@number:([^"]+)"/g, "$1");
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
