import { accepted, type Check, not, or } from "../check.js";
import type { Emission } from "../emission.js";
import type { SchemaNode } from "../schema-node.js";
import { scalarCheck } from "./scalar-check.js";

/** The longest expression that is written where it is used rather than in a function of its own. */
const LONGEST = 120;

/** How many references a union's branches are followed through. */
const DEPTH = 8;

/** Keywords whose checks are expressions. A node with others is a function. */
const SCALAR_KEYS: ReadonlySet<string> = new Set([
  "never",
  "type",
  "const",
  "enum",
  "multipleOf",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "pattern",
  "format",
]);

/** The check of a short schema as an expression; undefined for one that needs a function. */
export function inlineCheck(node: SchemaNode, value: string, emission: Emission): Check | undefined {
  const check = expressionOf(node, value, emission);
  return check !== undefined && accepted(check).length <= LONGEST ? check : undefined;
}

function expressionOf(node: SchemaNode, value: string, emission: Emission, depth = DEPTH): Check | undefined {
  if (depth === 0) return undefined;
  const keys = keywordsOf(node);
  if (keys.every((key) => SCALAR_KEYS.has(key))) return scalarCheck(node, value, emission);
  if (keys.length > 1) return undefined;
  if (node.not !== undefined) return not(emission.accept(node.not, value));
  const branches = node.anyOf?.map((branch) => expressionOf(emission.follow(branch), value, emission, depth - 1));
  const known = branches?.filter((check) => check !== undefined);
  return known !== undefined && known.length > 0 && known.length === branches?.length ? or(known) : undefined;
}

/** The keywords of a node. */
export function keywordsOf(node: SchemaNode): readonly string[] {
  return Object.keys(node).filter((key) => key !== "hash" && key !== "place");
}
