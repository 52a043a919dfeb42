import type { Node } from "ts-morph";
import { projectPath } from "../../config/module/project-path.js";
import type { SourceLocation } from "../../diagnostics/diagnostic.js";
import type { SchemaPath } from "../../schema-path/schema-path.js";
import { type FoundSchema, findSchema, namedByEntry } from "./find-schema.js";
import { jsDocText } from "./js-doc-text.js";
import type { Locator } from "./locator.js";
import { openModuleFiles, type ModuleFiles } from "./module-files.js";

/** A registry module to find schema paths in. */
export interface ModuleToLocate {
  /** The project's folder, absolute. */
  readonly root: string;
  /** The module, absolute. */
  readonly file: string;
  /** The export that maps names to schemas. */
  readonly schemas: string;
}

/** Finds schema paths in a registry module, following names and imports through its files. */
export function createModuleLocator({ root, file, schemas }: ModuleToLocate): Locator {
  const files = openModuleFiles(file);
  const registry = files.exported(files.entry, schemas);
  const find = (path: SchemaPath): FoundSchema | undefined =>
    registry === undefined ? undefined : findSchema(files, registry, path);
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

/** A registry's entry is found where the schema that it names is declared: that is the place to edit. */
function declarationOf(files: ModuleFiles, { node, isEntry }: FoundSchema): Node {
  return (isEntry ? namedByEntry(files, node) : undefined) ?? node;
}

function locationOf(root: string, node: Node): SourceLocation {
  const file = node.getSourceFile();
  const { line, column } = file.getLineAndColumnAtPos(node.getStart());
  return { file: projectPath(root, file.getFilePath()), line, column };
}
