import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { positionAt } from "../../../support/position-at.js";
import type { Fault } from "./fault.js";

/** A place in a text, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where in a JSON text a fault is: at the value that it speaks of, at the key that should not be there, or at the
 * nearest value around it that the text has.
 */
export function locateFault(text: string, fault: Fault): Position {
  const root = parseTree(text);
  const node = root === undefined ? undefined : nearestNode(root, segments(fault.instancePath));
  const key = fault.params["additionalProperty"] ?? fault.params["propertyName"];
  const property = typeof key === "string" && node?.type === "object" ? propertyNode(node, key) : undefined;
  return positionAt(text, (property ?? node)?.offset ?? 0);
}

function segments(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Follows a pointer as far as it goes. Of a key that stands twice the last one counts, as it does to `JSON.parse`. */
function nearestNode(root: Node, path: readonly string[]): Node {
  let node = root;
  for (const segment of path) {
    const next =
      node.type === "array" ? findNodeAtLocation(node, [Number(segment)]) : propertyNode(node, segment)?.children?.[1];
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function propertyNode(object: Node, key: string): Node | undefined {
  return object.children?.findLast((property) => property.children?.[0]?.value === key);
}
