import type {
  ArrayConstraints,
  MapConstraints,
  NumericConstraints,
  StringConstraints,
  TypeExpr,
} from "../type-expr.js";

function range(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum === undefined && maximum === undefined) return "";
  return minimum === maximum ? ` of ${minimum}` : ` ${minimum ?? ""}..${maximum ?? ""}`;
}

function describeString({ minLength, maxLength, pattern, format }: StringConstraints): string {
  const form = format === undefined ? "" : ` as ${format}`;
  return `string${range(minLength, maxLength)}${form}${pattern === undefined ? "" : ` like ${JSON.stringify(pattern)}`}`;
}

function describeNumber(kind: string, constraints: NumericConstraints): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints;
  const above = exclusiveMinimum === undefined ? "" : ` > ${exclusiveMinimum}`;
  const below = exclusiveMaximum === undefined ? "" : ` < ${exclusiveMaximum}`;
  const step = multipleOf === undefined ? "" : ` in steps of ${multipleOf}`;
  return `${kind}${range(minimum, maximum)}${above}${below}${step}`;
}

function arraySuffix({ minItems, maxItems, uniqueItems }: ArrayConstraints): string {
  return `${range(minItems, maxItems)}${uniqueItems === true ? " unique" : ""}`;
}

function mapSuffix({ minProperties, maxProperties }: MapConstraints): string {
  return range(minProperties, maxProperties);
}

function wrapped(type: TypeExpr): string {
  const text = describeType(type);
  return text.includes(" ") ? `(${text})` : text;
}

/** A type in one line. For example `(string 1..)[]`, `StateVersion | null`, `{ [key]: boolean }`. */
export function describeType(type: TypeExpr): string {
  switch (type.kind) {
    case "string":
      return describeString(type.constraints);
    case "number":
    case "integer":
      return describeNumber(type.kind, type.constraints);
    case "literal":
      return JSON.stringify(type.value);
    case "unknown":
      return type.reason === "open" ? "unknown" : `unknown (${type.reason.construct})`;
    case "array":
      return `${wrapped(type.items)}[]${arraySuffix(type.constraints)}`;
    case "tuple": {
      const elements = type.elements.map((element, index) => `${wrapped(element)}${index < type.required ? "" : "?"}`);
      return `[${[...elements, ...(type.rest === undefined ? [] : [`...${wrapped(type.rest)}[]`])].join(", ")}]`;
    }
    case "map": {
      const key = type.keyPattern === undefined ? "key" : `key like ${JSON.stringify(type.keyPattern)}`;
      return `{ [${key}]: ${describeType(type.values)} }${mapSuffix(type.constraints)}`;
    }
    case "nullable":
      return `${describeType(type.inner)} | null`;
    case "ref":
      return type.target;
    default:
      return type.kind;
  }
}
