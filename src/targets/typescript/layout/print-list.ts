import { group, ifBroken, indent, join, line, sequence, softline } from "./doc.js";
import { printDoc } from "./print-doc.js";

/** A constant list of finished tokens. For example `export const METHODS = ["health"] as const;`. */
export function printList(name: string, items: readonly string[]): string {
  const elements = indent(sequence(softline, join(sequence(",", line), items)));
  const list = group(sequence("[", elements, ifBroken(","), softline, "]"));
  return printDoc(sequence(`export const ${name} = `, list, " as const;"), 0);
}

/** The type of a constant object's values. For example `export type Code = (typeof Code)[keyof typeof Code];`. */
export function printValuesType(name: string): string {
  const values = indent(sequence(line, `(typeof ${name})[keyof typeof ${name}]`));
  return printDoc(sequence(group(sequence(`export type ${name} =`, values)), ";"), 0);
}
