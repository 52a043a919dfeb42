import { type JSONVisitor, visit } from "jsonc-parser";
import type { Fault } from "./fault.js";
import { type Position, positionsIn } from "../../../support/position-at.js";

/** A value that a fault speaks of, or one on the way to it. */
interface Place {
  readonly parent: Place | undefined;
  readonly children: Map<string, Place>;
  /** The offset of the key before the value, and of the value. */
  key: number | undefined;
  value: number | undefined;
}

/**
 * Where in a JSON text the faults are: at the value that each speaks of, at the key that should not be there, or at the
 * nearest value around it that the text has. All are found in one walk over the text, however many they are.
 */
export function locateFaults(text: string, faults: readonly Fault[]): readonly Position[] {
  const root = newPlace(undefined);
  const wanted = faults.map((fault) => ({ ...asked(fault), at: follow(root, segments(fault.instancePath)) }));
  const asking = wanted.map(({ at, property }) => (property === undefined ? undefined : child(at, property)));
  if (faults.length > 0) visit(text, placing(root), { disallowComments: true });
  const positionOf = positionsIn(text);
  return wanted.map(({ at }, index) => positionOf(asking[index]?.key ?? nearest(at)));
}

function asked({ params }: Fault): { readonly property: string | undefined } {
  const key = params["additionalProperty"] ?? params["propertyName"];
  return { property: typeof key === "string" ? key : undefined };
}

/** Notes where the places stand. Of a key that stands twice the last one counts, as it does to `JSON.parse`. */
function placing(root: Place): JSONVisitor {
  /** For each value that is open: its place, if it has one, and the index of the next item of an array. */
  const open: { readonly place: Place | undefined; index: number | undefined }[] = [];
  let next: Place | undefined = root;
  const enter = (offset: number): Place | undefined => {
    const parent = open.at(-1);
    if (parent?.index !== undefined) {
      next = parent.place?.children.get(String(parent.index));
      parent.index += 1;
    }
    if (next !== undefined) next.value = offset;
    return next;
  };
  return {
    onObjectBegin: (offset) => void open.push({ place: enter(offset), index: undefined }),
    onArrayBegin: (offset) => void open.push({ place: enter(offset), index: 0 }),
    onObjectEnd: () => void open.pop(),
    onArrayEnd: () => void open.pop(),
    onObjectProperty: (name, offset) => {
      next = open.at(-1)?.place?.children.get(name);
      if (next !== undefined) next.key = offset;
    },
    onLiteralValue: (_value, offset) => void enter(offset),
  };
}

function newPlace(parent: Place | undefined): Place {
  return { parent, children: new Map(), key: undefined, value: undefined };
}

function child(parent: Place, segment: string): Place {
  const known = parent.children.get(segment) ?? newPlace(parent);
  parent.children.set(segment, known);
  return known;
}

function follow(root: Place, path: readonly string[]): Place {
  return path.reduce(child, root);
}

function nearest(place: Place): number {
  return place.value ?? (place.parent === undefined ? 0 : nearest(place.parent));
}

function segments(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
