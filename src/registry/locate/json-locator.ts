import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { positionAt } from "../../support/position-at.js";
import type { Locator } from "./locator.js";
import { parseSchemaPath, type PathStep } from "../../schema-path/schema-path.js";

/** Finds schema paths in the text of a JSON Schema file. `file` is how locations name it. */
export function createJsonLocator(text: string, file: string): Locator {
  const root = parseTree(text);
  return {
    locate(path) {
      const found = root === undefined ? undefined : nodeAt(root, parseSchemaPath(path));
      return found === undefined ? undefined : { file, ...positionAt(text, found.offset) };
    },
    documentation: () => undefined,
  };
}

function nodeAt(root: Node, [name, ...steps]: readonly PathStep[]): Node | undefined {
  const definitions = findNodeAtLocation(root, ["definitions"]) ?? findNodeAtLocation(root, ["$defs"]);
  const entry = definitions && name !== undefined ? findNodeAtLocation(definitions, [name]) : undefined;
  // What is no definition is the root, which is one too.
  if (entry === undefined && steps.length === 0) return definitions?.parent ?? definitions;
  let current = entry ?? root;
  for (const step of steps) {
    const next = findNodeAtLocation(current, ["properties", step]) ?? findNodeAtLocation(current, [step]);
    if (next === undefined) break;
    current = next;
  }
  return current.parent?.type === "property" ? current.parent : current;
}
