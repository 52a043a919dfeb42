import { type Doc, group, indent, line, sequence } from "./doc.js";
import { printDoc } from "./print-doc.js";
import type { TsType } from "./ts-type.js";
import { hugs, typeDoc } from "./type-doc.js";

/** A member of an interface, laid out for a place two columns in. For example `agentId?: string | null;`. */
export function printMember(key: string, type: TsType): string {
  return printDoc(sequence(`${key}: `, typeDoc(type), ";"), 2);
}

/** A type alias. For example `export type Mode = "now" | "later";`. */
export function printAlias(name: string, type: TsType): string {
  return printDoc(group(sequence(`export type ${name} =`, assigned(type), ";")), 0);
}

/** A union moves below the `=` as a whole; anything else only where its first piece does not fit beside it. */
function assigned(type: TsType): Doc {
  if (type.kind === "union" && !hugs(type)) return group(indent(sequence(line, typeDoc(type, "assigned"))));
  return sequence(group(indent(line), "="), indent(typeDoc(type), "="));
}
