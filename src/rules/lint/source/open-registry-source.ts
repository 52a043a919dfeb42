import { Node, type SourceFile } from "ts-morph";
import type { ProtocolConfig } from "../../../config/config.js";
import { projectPath } from "../../../config/module/project-path.js";
import { type ModuleFiles, openModuleFiles } from "../../../registry/locate/module-files.js";
import { findSchema, namedByEntry } from "../../../registry/locate/find-schema.js";
import { findMember, resolveExpression } from "../../../registry/locate/resolve-expression.js";
import type { SchemaPath } from "../../../schema-path/schema-path.js";
import { markedSchema } from "../fix/builder-call.js";
import type { RegistrySource } from "./registry-source.js";

/** A registry module to open: absolute paths, and the protocol that it belongs to. */
export interface SourceToOpen {
  readonly root: string;
  readonly file: string;
  readonly protocol: ProtocolConfig;
}

/** Opens a registry's TypeScript. Reads every file of the project that the registry imports. */
export function openRegistrySource({ root, file, protocol }: SourceToOpen): RegistrySource {
  const modules = openModuleFiles(file);
  const registry = modules.exported(modules.entry, protocol.exports.schemas);
  const find = (path: SchemaPath) => {
    const found = registry === undefined ? undefined : findSchema(modules, registry, path);
    return found?.exact === true ? found : undefined;
  };
  return {
    files: allFiles(modules),
    registry: registry === undefined ? undefined : literalOf(modules, registry),
    registered: (name) => {
      const entry = registry === undefined ? undefined : findMember(modules, registry, name);
      return entry === undefined ? undefined : (namedByEntry(modules, entry) ?? writtenIn(entry));
    },
    writtenAt: (path) => {
      const found = find(path);
      if (found === undefined) return undefined;
      return found.isEntry ? resolveExpression(modules, found.node) : writtenIn(found.node);
    },
    schemaAt: (path) => {
      const found = find(path);
      return found === undefined ? undefined : schemaOf(modules, found.node);
    },
    listed: (name) => {
      const lists = [protocol.exports.methods, protocol.exports.events].map((list) =>
        modules.exported(modules.entry, list),
      );
      return lists.flatMap((list) => list?.getDescendants() ?? []).find((node) => names(node, name));
    },
    resolve: (node) => resolveExpression(modules, node),
    locationOf: (node) => {
      const source = node.getSourceFile();
      return {
        file: projectPath(root, source.getFilePath()),
        ...source.getLineAndColumnAtPos(node.getStart()),
      };
    },
  };
}

/** The builder's call that makes a schema, out of names and of what only marks a property. */
function schemaOf(modules: ModuleFiles, node: Node): Node | undefined {
  const resolved = resolveExpression(modules, node);
  const marked = Node.isCallExpression(resolved) ? markedSchema(resolved) : undefined;
  return marked === undefined ? resolved : schemaOf(modules, marked);
}

function names(node: Node, name: string): boolean {
  if (Node.isStringLiteral(node)) return node.getLiteralValue() === name;
  return Node.isIdentifier(node) && node.getText() === name && Node.isPropertyAssignment(node.getParent());
}

/** The value as its author wrote it at this place. */
function writtenIn(node: Node): Node | undefined {
  return Node.isPropertyAssignment(node) ? node.getInitializer() : node;
}

/** The registry's object, out of `Object.freeze(…)` and the like. */
function literalOf(modules: ModuleFiles, registry: Node): Node | undefined {
  const resolved = resolveExpression(modules, registry);
  const [argument] = Node.isCallExpression(resolved) ? resolved.getArguments() : [];
  return argument === undefined ? resolved : literalOf(modules, argument);
}

function allFiles(modules: ModuleFiles): readonly SourceFile[] {
  const found = new Set<SourceFile>([modules.entry]);
  // A set may grow while it is walked: what is added is walked too.
  for (const file of found) {
    for (const declaration of [...file.getImportDeclarations(), ...file.getExportDeclarations()]) {
      const specifier = declaration.getModuleSpecifierValue();
      const next = specifier === undefined ? undefined : modules.imported(file, specifier);
      if (next !== undefined && isOwn(next)) found.add(next);
    }
  }
  return [...found];
}

function isOwn(file: SourceFile): boolean {
  return !file.getFilePath().includes("/node_modules/") && /\.[mc]?tsx?$/u.test(file.getFilePath());
}
