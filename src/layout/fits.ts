import { unreachable } from "../support/invariant.js";
import type { Doc } from "./doc.js";

/** A part that waits to be printed, with the columns to indent by and whether its lines are broken. */
export interface Pending {
  readonly doc: Doc;
  readonly indentation: number;
  readonly broken: boolean;
}

/** What a fit is judged by. */
export interface Room {
  /** Columns left on the line. */
  readonly columns: number;
  readonly widthOf: (text: string) => number;
  /** What follows, last one first. */
  readonly rest: readonly Pending[];
  /** How the groups with an id were printed. */
  readonly brokenGroups: ReadonlyMap<string, boolean>;
}

/** Whether a part fits on the line, up to the first place after it where the line may break. Looks at one line at most. */
export function fits(next: Pending, room: Room): boolean {
  const stack = [next];
  let { columns } = room;
  let rest = room.rest.length;
  while (columns >= 0) {
    const top = stack.pop() ?? room.rest[--rest];
    if (top === undefined) return true;
    const { doc } = top;
    if (typeof doc === "string") columns -= room.widthOf(doc);
    else if (doc.kind === "line" && top.broken) return true;
    else if (doc.kind === "line") columns -= doc.flat.length;
    else if (doc.kind === "spare") columns -= doc.columns;
    else for (const part of inside(top).toReversed()) stack.push(part);
  }
  return false;
}

/** The parts of a composite, each in the mode of the composite. */
function inside(pending: Pending): readonly Pending[] {
  const { doc } = pending;
  if (typeof doc === "string") return [];
  switch (doc.kind) {
    case "sequence":
      return doc.parts.map((part) => ({ ...pending, doc: part }));
    case "group":
    case "indent":
      return [{ ...pending, doc: doc.contents }];
    case "if-broken":
      return [{ ...pending, doc: pending.broken ? doc.broken : doc.flat }];
    case "line":
    case "spare":
      return [];
    default:
      return unreachable(doc);
  }
}
