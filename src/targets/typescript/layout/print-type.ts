import { type Doc, group, ifBroken, indent, join, line, sequence, softline } from "../../../layout/doc.js";
import { type Page, printDoc } from "../../../layout/print-doc.js";
import { textWidth } from "../../../support/text-width.js";
import type { TsType } from "./ts-type.js";
import { hugs, typeDoc } from "./type-doc.js";

/** Prettier's own defaults. */
const PAGE: Page = { width: 80, widthOf: textWidth };

/** A member of an interface, laid out for a place two columns in. For example `agentId?: string | null;`. */
export function printMember(key: string, type: TsType): string {
  return printDoc(sequence(`${key}: `, typeDoc(type), ";"), 2, PAGE);
}

/** A type alias. For example `export type Mode = "now" | "later";`. */
export function printAlias(name: string, type: TsType): string {
  return printDoc(group(sequence(`export type ${name} =`, assigned(type), ";")), 0, PAGE);
}

/** A type on one line, however long. For example `(string | null)[]`. */
export function printFlat(type: TsType): string {
  return printDoc(typeDoc(type), 0, { ...PAGE, width: Infinity });
}

/** A constant list of finished tokens. For example `export const METHODS = ["health"] as const;`. */
export function printList(name: string, items: readonly string[]): string {
  const elements = indent(sequence(softline, join(sequence(",", line), items)));
  const list = group(sequence("[", elements, ifBroken(","), softline, "]"));
  return printDoc(sequence(`export const ${name} = `, list, " as const;"), 0, PAGE);
}

/** The type of a constant object's values. For example `export type Code = (typeof Code)[keyof typeof Code];`. */
export function printValuesType(name: string): string {
  const values = indent(sequence(line, `(typeof ${name})[keyof typeof ${name}]`));
  return printDoc(sequence(group(sequence(`export type ${name} =`, values)), ";"), 0, PAGE);
}

/** A union moves below the `=` as a whole; anything else only where its first piece does not fit beside it. */
function assigned(type: TsType): Doc {
  if (type.kind === "union" && !hugs(type)) return group(indent(sequence(line, typeDoc(type, "assigned"))));
  return sequence(group(indent(line), "="), indent(typeDoc(type), "="));
}
