import { unreachable } from "../../../support/invariant.js";
import { type Doc, group, ifBroken, indent, join, line, sequence, softline } from "../../../layout/doc.js";
import type { RecordOf, TsType, TupleOf, UnionOf } from "./ts-type.js";

/** Where a type stands, since that decides how a union in it is broken. */
type Place = "annotation" | "assigned" | "array" | "argument" | "element" | "optional-element" | "lone-element";

/** Lays out a type as Prettier does. `annotation` is the place after `key:`, `assigned` that after `type X =`. */
export function typeDoc(type: TsType, place: Place = "annotation"): Doc {
  switch (type.kind) {
    case "named":
    case "reference":
      return type.text;
    case "array":
      return sequence(typeDoc(type.element, "array"), "[]");
    case "union":
      return unionDoc(type, place);
    case "tuple":
      return tupleDoc(type);
    case "record":
      return recordDoc(type);
    default:
      return unreachable(type);
  }
}

function unionDoc(union: UnionOf, place: Place): Doc {
  const parenthesized = place === "array" || place === "optional-element";
  const members = union.members.map((member) => typeDoc(member));
  if (hugs(union)) return sequence(parenthesized ? "(" : "", join(" | ", members), parenthesized ? ")" : "");
  const bars = group(
    sequence(
      ifBroken("| "),
      join(
        sequence(line, "| "),
        members.map((member) => indent(member)),
      ),
    ),
  );
  if (parenthesized) return sequence("(", block(bars), ")");
  if (place === "assigned" || place === "argument" || place === "lone-element") return bars;
  if (place === "annotation") return group(indent(sequence(softline, bars)));
  return group(sequence(indent(sequence(ifBroken(sequence("(", softline)), bars)), softline, ifBroken(")")));
}

/** On lines of its own where it does not fit. */
function block(contents: Doc): Doc {
  return group(sequence(indent(sequence(softline, contents)), softline));
}

/** Prettier keeps `Name | null`, `Record<…> | null` and `{ … } | null` together, however long they are. */
export function hugs(union: UnionOf): boolean {
  const others = union.members.filter((member) => member.kind !== "named" || member.text !== "null");
  return others.length === 1 && others.every((other) => other.kind === "record" || other.kind === "reference");
}

function tupleDoc(tuple: TupleOf): Doc {
  const lone = tuple.elements.length + (tuple.rest === undefined ? 0 : 1) === 1;
  const elements = tuple.elements.map((element, index) => {
    if (index >= tuple.required) return sequence(typeDoc(element, "optional-element"), "?");
    return typeDoc(element, lone ? "lone-element" : "element");
  });
  const all = tuple.rest === undefined ? elements : [...elements, sequence("...", typeDoc(tuple.rest, "array"), "[]")];
  if (all.length === 0) return "[]";
  return group(sequence("[", indent(sequence(softline, join(sequence(",", line), all))), ifBroken(","), softline, "]"));
}

function recordDoc(record: RecordOf): Doc {
  if (record.form === "literal") {
    const member = sequence("[", block("key: string"), "]: ", typeDoc(record.values));
    return group(sequence("{", indent(sequence(line, member, ifBroken(";"))), line, "}"));
  }
  const parameters = join(sequence(",", line), ["string", typeDoc(record.values, "argument")]);
  return group(sequence("Record<", indent(sequence(softline, parameters)), softline, ">"));
}
