import type { SchemaNode } from "./schema-node.js";

/** A node inside another. `levels` is 0 where it looks at the same value, 1 where at one inside of it. */
export interface InnerNode {
  readonly node: SchemaNode;
  readonly levels: 0 | 1;
}

/** The nodes directly inside a node. What `propertyNames` holds looks at strings, which hold nothing. */
export function innerNodes(node: SchemaNode): readonly InnerNode[] {
  const { items = [], dependencies = new Map() } = node;
  const same = [
    node.not,
    node.if,
    node.then,
    node.else,
    ...[node.allOf, node.anyOf, node.oneOf].flatMap((list) => list ?? []),
    ...[...dependencies.values()].map((dependency) => ("hash" in dependency ? dependency : undefined)),
  ];
  const inside = [
    node.additionalProperties,
    node.additionalItems,
    node.contains,
    ...("hash" in items ? [items] : items),
    ...[node.properties, node.patternProperties].flatMap((places) => [...(places?.values() ?? [])]),
  ];
  return [
    ...same.flatMap((child) => (child === undefined ? [] : [{ node: child, levels: 0 } as const])),
    ...inside.flatMap((child) => (child === undefined ? [] : [{ node: child, levels: 1 } as const])),
  ];
}
