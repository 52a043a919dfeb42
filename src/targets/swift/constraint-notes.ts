import type { NumericConstraints, StringConstraints, TypeExpr } from "../../ir/type-expr.js";

/** What a schema says of a value beyond its Swift type, as one line of documentation; undefined where it says nothing. */
export function constraintNote(type: TypeExpr): string | undefined {
  const notes = constraintNotes(type);
  return notes.length === 0 ? undefined : `${capitalise(notes.join(", "))}.`;
}

function constraintNotes(type: TypeExpr): readonly string[] {
  switch (type.kind) {
    case "string":
      return stringNotes(type.constraints);
    case "number":
    case "integer":
      return numberNotes(type.constraints);
    case "nullable":
      return constraintNotes(type.inner);
    case "array":
      return arrayNotes(type.constraints.minItems, type.constraints.maxItems, type.constraints.uniqueItems === true);
    case "map":
      return [
        ...range("entries", type.constraints.minProperties, type.constraints.maxProperties),
        ...(type.keyPattern === undefined ? [] : [`keys match \`${type.keyPattern}\``]),
      ];
    default:
      return [];
  }
}

function stringNotes({ minLength, maxLength, pattern, format }: StringConstraints): readonly string[] {
  const length = minLength === 1 && maxLength === undefined ? ["not empty"] : range("characters", minLength, maxLength);
  return [
    ...length,
    ...(format === undefined ? [] : [`format \`${format}\``]),
    ...(pattern === undefined ? [] : [`matches \`${pattern}\``]),
  ];
}

function numberNotes(constraints: NumericConstraints): readonly string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints;
  return [
    ...range("", minimum, maximum),
    ...(exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`less than ${exclusiveMaximum}`]),
    ...(multipleOf === undefined ? [] : [`a multiple of ${multipleOf}`]),
  ];
}

function arrayNotes(minItems: number | undefined, maxItems: number | undefined, unique: boolean): readonly string[] {
  return [...range("elements", minItems, maxItems), ...(unique ? ["no element twice"] : [])];
}

function range(unit: string, minimum: number | undefined, maximum: number | undefined): readonly string[] {
  const counted = unit === "" ? "" : ` ${unit}`;
  if (minimum !== undefined && maximum !== undefined) {
    return [minimum === maximum ? `exactly ${minimum}${counted}` : `${minimum} to ${maximum}${counted}`];
  }
  if (minimum !== undefined) return [`at least ${minimum}${counted}`];
  return maximum === undefined ? [] : [`at most ${maximum}${counted}`];
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
