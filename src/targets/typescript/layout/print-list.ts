import { group, ifBroken, indent, join, line, sequence, softline } from "./doc.js";
import { printDoc } from "./print-doc.js";

/** A constant list of finished tokens. For example `export const METHODS = ["health"] as const;`. */
export function printList(name: string, items: readonly string[]): string {
  const elements = indent(sequence(softline, join(sequence(",", line), items)));
  const list = group(sequence("[", elements, ifBroken(","), softline, "]"));
  return printDoc(sequence(`export const ${name} = `, list, " as const;"), 0);
}
