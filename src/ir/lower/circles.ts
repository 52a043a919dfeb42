import type { DeclarationId, TypeExpr } from "../type-expr.js";

/** How many intersections may stand in each other while they are merged: more is a schema that nobody can read. */
const DEEPEST = 64;

/**
 * The intersections that are being lowered. A reference in `allOf` is merged where it stands, so what it leads to may
 * hold the very intersection again: that one is the declaration that is being made of it.
 */
export interface Circles {
  /** Lowers an intersection, or gives the reference to the declaration that it is. Undefined where it lies too deep. */
  within<Shape>(at: CirclePoint, lower: () => Shape): Shape | TypeExpr | undefined;
  /** Whether a declaration closes a circle: it needs its name, whatever its type is. */
  has(id: DeclarationId): boolean;
}

/** An intersection: a number that equal schemas share, and the declaration that may come of it. */
export interface CirclePoint {
  readonly key: number;
  readonly id: DeclarationId;
}

/** Makes the record of one run. */
export function createCircles(): Circles {
  const open = new Map<number, DeclarationId>();
  // What belongs to a circle that is still open is not lowered again on another way round.
  const parts = new Map<number, DeclarationId>();
  const named = new Set<DeclarationId>();
  let met = 0;
  return {
    has: (id) => named.has(id),
    within({ key, id }, lower) {
      const known = open.get(key) ?? parts.get(key);
      if (known !== undefined) {
        met += 1;
        named.add(known);
        return { kind: "ref", target: known };
      }
      if (open.size >= DEEPEST) return undefined;
      const before = met;
      open.set(key, id);
      const shape = lower();
      open.delete(key);
      if (met > before) {
        parts.set(key, id);
        named.add(id);
      }
      if (open.size === 0) parts.clear();
      return shape;
    },
  };
}
