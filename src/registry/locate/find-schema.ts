import { Node } from "ts-morph";
import { parseSchemaPath, type PathStep, type SchemaPath } from "../../schema-path/schema-path.js";
import type { ModuleFiles } from "./module-files.js";
import { findMember } from "./resolve-expression.js";
import { schemaStep } from "./schema-step.js";

/** What was found for a path: the last node that could be told, and whether it is the path's own. */
export interface FoundSchema {
  readonly node: Node;
  readonly exact: boolean;
  /** Whether it is the registry's own entry for a name. */
  readonly isEntry: boolean;
}

/** Follows a path from the object that maps names to schemas, as far as the source shows it. */
export function findSchema(files: ModuleFiles, registry: Node, path: SchemaPath): FoundSchema {
  const [name, ...steps] = parseSchemaPath(path);
  const entry = name === undefined ? undefined : findMember(files, registry, String(name));
  if (entry === undefined) return { node: registry, exact: false, isEntry: false };
  let node = entry;
  let rest: readonly PathStep[] = steps;
  while (rest.length > 0) {
    const next = schemaStep(files, node, rest);
    if (next === undefined) return { node, exact: false, isEntry: node === entry };
    node = next.node;
    rest = rest.slice(next.taken);
  }
  return { node, exact: true, isEntry: node === entry };
}

/** What a registry's entry names, one name further; undefined for an entry that names nothing. */
export function namedByEntry(files: ModuleFiles, entry: Node): Node | undefined {
  const value = Node.isPropertyAssignment(entry) ? entry.getInitializer() : entry;
  if (Node.isShorthandPropertyAssignment(value)) return files.declared(value.getSourceFile(), value.getName());
  return Node.isIdentifier(value) ? files.declared(value.getSourceFile(), value.getText()) : undefined;
}
