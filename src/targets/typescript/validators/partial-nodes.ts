import type { SchemaNode } from "./schema-node.js";

/** A node's `anyOf` alone. */
export function anyOfNode({ hash, place, anyOf }: SchemaNode): SchemaNode {
  return { hash: `any${hash}`, place, ...(anyOf && { anyOf }) };
}

/** A node's `oneOf` alone. */
export function oneOfNode({ hash, place, oneOf }: SchemaNode): SchemaNode {
  return { hash: `one${hash}`, place, ...(oneOf && { oneOf }) };
}
