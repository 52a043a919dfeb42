import { createHash } from "node:crypto";
import type { ShapeView } from "./readers-view.js";

/** Readers that are made of one another, each written once however often it is used. */
export interface ShapePool {
  /** Gives what stands for an expression: a name for it, or the expression itself where that is as short. */
  share(expression: string): string;
  /** Writes an expression under a name of its own. */
  define(name: string, expression: string): void;
  readonly shapes: readonly ShapeView[];
}

const SHORT = 48;
/** Seven hexadecimal digits tell shapes apart; where two agree in them, the later one takes more. */
const NAME_LENGTH = 7;

/** Makes a pool. A shape is named after what it says, so that another order of definitions changes no name. */
export function createShapePool(): ShapePool {
  const shapes: ShapeView[] = [];
  const names = new Map<string, string>();
  const taken = new Set<string>();
  return {
    shapes,
    share(expression) {
      if (expression.length < SHORT) return expression;
      const known = names.get(expression);
      if (known !== undefined) return known;
      const hash = createHash("sha256").update(expression).digest("hex");
      let length = NAME_LENGTH;
      while (taken.has(hash.slice(0, length)) && length < hash.length) length += 1;
      taken.add(hash.slice(0, length));
      const name = `r_${hash.slice(0, length)}`;
      names.set(expression, name);
      shapes.push({ name, reader: expression });
      return name;
    },
    define: (name, reader) => void shapes.push({ name, reader }),
  };
}
