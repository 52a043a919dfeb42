import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { positionAt } from "../support/position-at.js";
import type { LocateKey } from "./config-faults.js";
import { projectPath } from "./module/project-path.js";

/**
 * Prepares to find keys in a config file. A key that does not stand there literally is found at the nearest key around
 * it. Reads the file, and for TypeScript and JavaScript loads a parser: only for a config that is wrong.
 */
export async function keyLocator({ root, file }: { readonly root: string; readonly file: string }): Promise<LocateKey> {
  const text = await readFile(file, "utf8");
  const offsetOf = extname(file) === ".json" ? jsonOffset(text) : await moduleOffset(file, text);
  const name = projectPath(root, file);
  return (keys) => {
    const offset = offsetOf(keys);
    return offset === undefined ? undefined : { file: name, ...positionAt(text, offset) };
  };
}

type OffsetOf = (keys: readonly string[]) => number | undefined;

async function moduleOffset(file: string, text: string): Promise<OffsetOf> {
  const { moduleKeyOffset } = await import("./module-key-offset.js");
  return moduleKeyOffset(file, text);
}

function jsonOffset(text: string): OffsetOf {
  const tree = parseTree(text);
  return (keys) => (tree === undefined ? undefined : nearestNode(tree, keys)?.offset);
}

function nearestNode(tree: Node, keys: readonly string[]): Node | undefined {
  const found = findNodeAtLocation(tree, [...keys]);
  if (found === undefined) return keys.length === 0 ? tree : nearestNode(tree, keys.slice(0, -1));
  return found.parent?.type === "property" ? found.parent : found;
}
