import { connectedComponents } from "../../../support/connected-components.js";
import { MAX_NESTING } from "../../../support/nesting.js";
import { ANY_NODE } from "./create-node.js";
import { innerNodes } from "./inner-nodes.js";
import { type Follow, typesOf } from "./node-facts.js";
import type { SchemaGraph, SchemaNode } from "./schema-node.js";

/** Whether a node accepts values that nest deeper than any value may: its function has to count. */
export type IsDeep = (node: SchemaNode) => boolean;

/**
 * Finds the nodes that can look deeper into a value than any value may nest: those on a circle, those that lead to one,
 * and what is nested as deep by itself. All others cannot exhaust the stack, and pay nothing.
 */
export function findDeep(graph: SchemaGraph): IsDeep {
  const nodes = new Map(graph.nodes.map((node) => [node.hash, node]));
  const follow = (node: SchemaNode): string => graph.follow(node).hash;
  const inner = (hash: string): readonly string[] => {
    const node = nodes.get(hash);
    return node === undefined ? [] : innerNodes(node).map((child) => follow(child.node));
  };
  const circles = connectedComponents([...nodes.keys()], inner);
  const levels = new Map<string, number>();
  const measure = (node: SchemaNode): number =>
    comparesStructures(node, (child) => graph.follow(child))
      ? Infinity
      : innerNodes(node).reduce(
          (most, child) => Math.max(most, child.levels + (levels.get(follow(child.node)) ?? 0)),
          0,
        );
  for (const hash of innermostFirst([...nodes.keys()], inner)) {
    const node = nodes.get(hash);
    levels.set(hash, circles.isCircular(hash) ? Infinity : node === undefined ? 0 : measure(node));
  }
  // A part of a node, such as its `anyOf` alone, is none of the graph's own.
  return (node) => (levels.get(node.hash) ?? measure(node)) > MAX_NESTING;
}

/** Whether items are told apart that may hold anything: that looks at all of what they hold. */
function comparesStructures(node: SchemaNode, follow: Follow): boolean {
  if (node.uniqueItems !== true) return false;
  const { items, additionalItems } = node;
  const held = items === undefined ? [] : "hash" in items ? [items] : [...items, additionalItems ?? ANY_NODE];
  const areScalars = held.every((item) =>
    typesOf(item, follow)?.every((type) => type !== "object" && type !== "array"),
  );
  return held.length === 0 || !areScalars;
}

/** Every node after those inside of it, circles apart; without recursion, since graphs may be deep. */
function innermostFirst(nodes: readonly string[], inner: (node: string) => readonly string[]): readonly string[] {
  const met = new Set<string>();
  const ordered: string[] = [];
  for (const start of nodes) {
    const open = [{ node: start, isLeft: false }];
    for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
      const { node, isLeft } = visit;
      if (isLeft) ordered.push(node);
      else if (!met.has(node)) {
        met.add(node);
        open.push({ node, isLeft: true }, ...inner(node).map((child) => ({ node: child, isLeft: false })));
      }
    }
  }
  return ordered;
}
