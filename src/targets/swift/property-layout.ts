import { fits } from "./layout.js";
import type { PropertyView, TallProperty } from "./view-model.js";

/** Which of a property's lines do not fit on one line. `depth` counts the types around it. */
export function tallLines(
  property: Omit<PropertyView, "tall" | "lead" | "spaced">,
  access: string,
  depth: number,
): TallProperty {
  const { key, constant, expected, stored, read } = property;
  const body = depth + 1;
  const reading = `self.${stored} = ${read.throws ? "try " : ""}reader.${read.method}(${key}${read.arguments})`;
  const boxed = property.boxed ? `${reading}WireBox()` : reading;
  const method = property.omitted ? "optional" : "field";
  return {
    declaration: !fits(declarationLine(property, access), depth),
    read: !fits(constant === undefined ? boxed : `reader.constant(${key}, ${expected ?? ""})`, body),
    write: !fits(`writer.${method}(${key}, ${constant ?? property.value})`, body),
  };
}

function declarationLine(
  { name, type, constant, hidden, value }: Omit<PropertyView, "tall" | "lead" | "spaced">,
  access: string,
): string {
  if (constant !== undefined) return `${access}var ${name}: ${type} { ${constant} }`;
  // A hidden property has two lines, of which the stored one is the longer.
  return hidden ? `${access}var ${name}: ${type} { ${value} } private WireBox` : `${access}let ${name}: ${type}`;
}
