import { unreachable } from "../../support/invariant.js";
import type {
  ArrayConstraints,
  MapConstraints,
  NumericConstraints,
  StringConstraints,
  TypeExpr,
} from "../../ir/type-expr.js";
import { numberLiteral } from "./literals.js";

/** What a schema asks for that the TypeScript type cannot say, as short sentences. For example `["Integer, 0 to 5."]`. */
export function constraintRemarks(type: TypeExpr): readonly string[] {
  const own = ownConstraints(type);
  const remarks = own.length === 0 ? [] : [`${capitalize(own.join(", "))}.`];
  if (type.kind === "nullable") return constraintRemarks(type.inner);
  const [title, inner] =
    type.kind === "array" ? ["Each item", type.items] : type.kind === "map" ? ["Each value", type.values] : [];
  if (title === undefined || inner === undefined) return remarks;
  const nested = ownConstraints(inner.kind === "nullable" ? inner.inner : inner);
  return nested.length === 0 ? remarks : [...remarks, `${title}: ${nested.join(", ")}.`];
}

function ownConstraints(type: TypeExpr): readonly string[] {
  switch (type.kind) {
    case "string":
      return stringConstraints(type.constraints);
    case "number":
      return numericConstraints(type.constraints);
    case "integer":
      return ["integer", ...numericConstraints(type.constraints)];
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
  const range =
    minimum !== undefined && maximum !== undefined
      ? [`${numberLiteral(minimum)} to ${numberLiteral(maximum)}`]
      : [...bounded("at least", minimum), ...bounded("at most", maximum)];
  return [
    ...range,
    ...bounded("more than", exclusiveMinimum),
    ...bounded("less than", exclusiveMaximum),
    ...bounded("a multiple of", multipleOf),
  ];
}

/** For example `at least 5`; nothing where there is no bound. */
function bounded(words: string, bound: number | undefined): readonly string[] {
  return bound === undefined ? [] : [`${words} ${numberLiteral(bound)}`];
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
  const nouns = (amount: number): string => `${numberLiteral(amount)} ${noun}${amount === 1 ? "" : "s"}`;
  if (minimum === undefined) return maximum === undefined ? [] : [`at most ${nouns(maximum)}`];
  if (maximum === undefined) return minimum === 0 ? [] : [`at least ${nouns(minimum)}`];
  return minimum === maximum ? [`exactly ${nouns(minimum)}`] : [`${numberLiteral(minimum)} to ${nouns(maximum)}`];
}

/** Text from a schema, marked as code. */
function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
