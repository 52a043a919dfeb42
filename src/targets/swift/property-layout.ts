import { fits } from "./layout.js";
import type { PropertyView, TallProperty } from "./view-model.js";

/** A property before its lines are broken. */
type UnbrokenProperty = Omit<PropertyView, "tall" | "lead" | "spaced">;

/** Which of a property's lines do not fit on one line. `depth` counts the types around it. */
export function tallLines(property: UnbrokenProperty, access: string, depth: number): TallProperty {
  const { key, constant, expected, stored, read } = property;
  const body = depth + 1;
  const reading = `self.${stored} = ${read.throws ? "try " : ""}reader.${read.method}(${key}${read.arguments})`;
  const boxed = property.boxed ? `${reading}WireBox()` : reading;
  const method = property.omitted ? "optional" : "field";
  return {
    declaration: !fits(declarationLine(property, access), depth),
    storage: !fits(storageLine(property), depth),
    read: !fits(constant === undefined ? boxed : `reader.constant(${key}, ${expected ?? ""})`, body),
    write: !fits(`writer.${method}(${key}, ${constant ?? property.value})`, body),
  };
}

function declarationLine(property: UnbrokenProperty, access: string): string {
  const { name, type, constant, hidden, value } = property;
  if (constant !== undefined) return `${access}var ${name}: ${type} { ${constant} }`;
  return hidden ? `${access}var ${name}: ${type} { ${value} }` : `${access}let ${name}: ${type}`;
}

function storageLine({ stored, type, boxed }: UnbrokenProperty): string {
  return `private let ${stored}: ${boxed ? `WireBox<${type}>` : type}`;
}
