import { capitalise } from "../../support/capitalise.js";
import { unreachable } from "../../support/invariant.js";
import type {
  ArrayConstraints,
  MapConstraints,
  NumericConstraints,
  StringConstraints,
  TypeExpr,
} from "../../ir/type-expr.js";

/** What a language's own types say, so that no comment has to. */
export interface TypePowers {
  /** Whether an integer has a type of its own. */
  readonly integers: boolean;
}

/** What a schema asks for that a type cannot say, as short sentences. For example `["Integer, 0 to 5."]`. */
export function constraintPhrases(type: TypeExpr, powers: TypePowers): readonly string[] {
  const own = ownConstraints(type, powers);
  const remarks = own.length === 0 ? [] : [`${capitalise(own.join(", "))}.`];
  if (type.kind === "nullable") return constraintPhrases(type.inner, powers);
  const [title, inner] =
    type.kind === "array" ? ["Each item", type.items] : type.kind === "map" ? ["Each value", type.values] : [];
  if (title === undefined || inner === undefined) return remarks;
  const nested = ownConstraints(inner.kind === "nullable" ? inner.inner : inner, powers);
  return nested.length === 0 ? remarks : [...remarks, `${title}: ${nested.join(", ")}.`];
}

function ownConstraints(type: TypeExpr, { integers }: TypePowers): readonly string[] {
  switch (type.kind) {
    case "string":
      return stringConstraints(type.constraints);
    case "number":
      return numericConstraints(type.constraints);
    case "integer":
      return [...(integers ? [] : ["integer"]), ...numericConstraints(type.constraints)];
    case "array":
      return arrayConstraints(type.constraints);
    case "map":
      return mapConstraints(type.constraints, type.keyPattern);
    case "boolean":
    case "null":
    case "literal":
    case "unknown":
    case "never":
    case "tuple":
    case "nullable":
    case "ref":
      return [];
    default:
      return unreachable(type);
  }
}

function stringConstraints({ minLength, maxLength, pattern, format }: StringConstraints): readonly string[] {
  const length = minLength === 1 && maxLength === undefined ? ["not empty"] : count(minLength, maxLength, "character");
  return [
    ...length,
    ...(format === undefined ? [] : [`format ${code(format)}`]),
    ...(pattern === undefined ? [] : [`matches ${code(pattern)}`]),
  ];
}

function numericConstraints(constraints: NumericConstraints): readonly string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints;
  return [
    ...range(minimum, maximum),
    ...bounded("more than", exclusiveMinimum),
    ...bounded("less than", exclusiveMaximum),
    ...bounded("a multiple of", multipleOf),
  ];
}

/** For example `0 to 5`, `exactly 3`. */
function range(minimum: number | undefined, maximum: number | undefined): readonly string[] {
  if (minimum === undefined || maximum === undefined) {
    return [...bounded("at least", minimum), ...bounded("at most", maximum)];
  }
  return [minimum === maximum ? `exactly ${number(minimum)}` : `${number(minimum)} to ${number(maximum)}`];
}

/** For example `at least 5`; nothing where there is no bound. */
function bounded(words: string, bound: number | undefined): readonly string[] {
  return bound === undefined ? [] : [`${words} ${number(bound)}`];
}

function arrayConstraints({ minItems, maxItems, uniqueItems }: ArrayConstraints): readonly string[] {
  return [...count(minItems, maxItems, "item"), ...(uniqueItems === true ? ["no item twice"] : [])];
}

function mapConstraints({ minProperties, maxProperties }: MapConstraints, keys: string | undefined): readonly string[] {
  const pattern = keys === undefined ? [] : [`keys match ${code(keys)}`];
  return [...count(minProperties, maxProperties, "key"), ...pattern];
}

/** For example `at least 1 item`, `2 to 5 items`, `exactly 3 characters`. */
function count(minimum: number | undefined, maximum: number | undefined, noun: string): readonly string[] {
  const nouns = (amount: number): string => `${number(amount)} ${noun}${amount === 1 ? "" : "s"}`;
  if (minimum === undefined) return maximum === undefined ? [] : [`at most ${nouns(maximum)}`];
  if (maximum === undefined) return minimum === 0 ? [] : [`at least ${nouns(minimum)}`];
  return minimum === maximum ? [`exactly ${nouns(minimum)}`] : [`${number(minimum)} to ${nouns(maximum)}`];
}

/** Text from a schema, marked as code. */
function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** For example `1e21`. */
function number(value: number): string {
  return String(value).replace("+", "");
}
