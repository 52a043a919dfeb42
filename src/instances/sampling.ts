import type { JsonSchema } from "../json-schema/schema.js";
import type { JsonValue } from "../support/json.js";
import type { Acceptor } from "./accepts.js";
import type { Random } from "./random.js";

/**
 * How much of an instance to make. `minimal`: nothing that may be left out. `maximal`: everything that may be there.
 * `mixed`: each place goes through its own cases in turn, then at random.
 */
export type Extent = "minimal" | "maximal" | "mixed";

/** What the makers of objects, arrays and scalars are given. */
export interface Sampling {
  readonly random: Random;
  readonly accepts: Acceptor;
  /** How much of the present instance to make; falls to `minimal` when it has grown enough. */
  extent(): Extent;
  /** Makes a value for a nested schema; undefined where none was found. */
  sample(schema: JsonSchema, depth: number): JsonValue | undefined;
  /** Which of a schema's `count` cases is next: each once, in order, then at random. A schema is known by its identity. */
  turn(schema: object, aspect: "branch" | "value" | "presence" | "size", count: number): number;
  /** Whether a place leads to the one that the caller wants to see filled. */
  wanted(schema: JsonSchema): boolean;
}
