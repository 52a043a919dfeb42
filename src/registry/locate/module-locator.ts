import { Node } from "ts-morph";
import { projectPath } from "../../config/module/project-path.js";
import type { SourceLocation } from "../../diagnostics/diagnostic.js";
import { jsDocText } from "./js-doc-text.js";
import type { Locator } from "./locator.js";
import { openModuleFiles, type ModuleFiles } from "./module-files.js";
import { parseSchemaPath } from "./parse-schema-path.js";
import { findMember } from "./resolve-expression.js";
import { schemaStep } from "./schema-step.js";

/** A registry module to find schema paths in. */
export interface ModuleToLocate {
  /** The project's folder, absolute. */
  readonly root: string;
  /** The module, absolute. */
  readonly file: string;
  /** The export that maps names to schemas. */
  readonly schemas: string;
}

/** What was found for a path: the last node that could be told, and whether it is the path's own. */
interface Found {
  readonly node: Node;
  readonly exact: boolean;
  /** Whether it is the registry's own entry for a name. */
  readonly isEntry: boolean;
}

/** Finds schema paths in a registry module, following names and imports through its files. */
export function createModuleLocator({ root, file, schemas }: ModuleToLocate): Locator {
  const files = openModuleFiles(file);
  const registry = files.exported(files.entry, schemas);
  const find = (path: string): Found | undefined =>
    registry === undefined ? undefined : findPath(files, registry, path);
  return {
    locate(path) {
      const found = find(path);
      return found === undefined ? undefined : locationOf(root, declarationOf(files, found));
    },
    documentation(path) {
      const found = find(path);
      if (found?.exact !== true) return undefined;
      return jsDocText(found.node) ?? jsDocText(declarationOf(files, found));
    },
  };
}

function findPath(files: ModuleFiles, registry: Node, path: string): Found {
  const [name, ...steps] = parseSchemaPath(path);
  const entry = name === undefined ? undefined : findMember(files, registry, String(name));
  if (entry === undefined) return { node: registry, exact: false, isEntry: false };
  let node = entry;
  let rest: readonly (string | number)[] = steps;
  while (rest.length > 0) {
    const next = schemaStep(files, node, rest);
    if (next === undefined) return { node, exact: false, isEntry: node === entry };
    node = next.node;
    rest = rest.slice(next.taken);
  }
  return { node, exact: true, isEntry: node === entry };
}

/** A registry's entry is found where the schema that it names is declared: that is the place to edit. */
function declarationOf(files: ModuleFiles, { node, isEntry }: Found): Node {
  if (!isEntry) return node;
  const value = Node.isPropertyAssignment(node) ? node.getInitializer() : node;
  const name = Node.isShorthandPropertyAssignment(value) ? value.getName() : value?.getText();
  const isName = Node.isShorthandPropertyAssignment(value) || Node.isIdentifier(value);
  return (isName && name !== undefined ? files.declared(node.getSourceFile(), name) : undefined) ?? node;
}

function locationOf(root: string, node: Node): SourceLocation {
  const file = node.getSourceFile();
  const { line, column } = file.getLineAndColumnAtPos(node.getStart());
  return { file: projectPath(root, file.getFilePath()), line, column };
}
