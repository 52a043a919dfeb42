import type { Check } from "./check.js";
import type { HelperName } from "./helpers.js";
import type { SchemaNode } from "./schema-node.js";

/** What a generator of functions asks for while it writes one: names of others, and what they need at run time. */
export interface Emission {
  /** The node itself, or what its reference leads to. */
  follow(node: SchemaNode): SchemaNode;
  /** Whether `value` (an expression without operators) is valid: written in place where short, else a call. */
  accept(node: SchemaNode, value: string): Check;
  /** The same, always as a call: for places whose narrowed types an expression written in place could contradict. */
  call(node: SchemaNode, value: string): Check;
  /** The name of the rule: the function that accepts a value, and the one that explains why it does not. */
  rule(node: SchemaNode): string;
  /** Whether a node's functions count how deep they stand. See `findDeep`. */
  isDeep(node: SchemaNode): boolean;
  /** Whether a schema is there and accepts nothing. */
  isNever(node: SchemaNode | undefined): boolean;
  /** The name of a regular expression. */
  pattern(pattern: string): string;
  /** Has a helper of the runtime emitted, and gives its name. */
  use(helper: HelperName): string;
}
